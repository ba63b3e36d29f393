import { defineRule, LIMITS } from '#rule'

export default defineRule({
  id: 'template/too-many-resources',
  title: 'A template holds at most 500 resources',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects a template with more resources; what macros and SAM add counts as well.',
  fix: 'Split the template into nested stacks or into stacks that import from each other.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html',
      fact: 'At most 500 resources can be declared in a template.',
    },
  ],
  notes: ['000:185', '002:1251', '002:1252', '002:1253', '003:245', '004:31'],
  cfnLint: ['E3010'],
  messages: { tooMany: 'The template holds {count} resources; at most 500 are possible.' },
  check(template, { report }) {
    const section = template.section('Resources')
    const count = template.resources.size
    if (section && count > LIMITS.resources) report(section.key, 'tooMany', { count })
  },
})
