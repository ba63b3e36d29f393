import { defineRule, LIMITS } from '#rule'

export default defineRule({
  id: 'output/too-many-outputs',
  title: 'A template holds at most 200 outputs',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects a template with more.',
  fix: 'Remove outputs that nobody reads, or split the template.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html',
      fact: 'At most 200 outputs can be declared in a template.',
    },
  ],
  notes: ['002:1289', '003:252', '003:260', '004:27', '004:37'],
  cfnLint: ['E6010'],
  messages: { tooMany: 'The template holds {count} outputs; at most 200 are possible.' },
  check(template, { report }) {
    const section = template.section('Outputs')
    const count = template.sectionEntries('Outputs').length
    if (section && count > LIMITS.outputs) report(section.key, 'tooMany', { count })
  },
})
