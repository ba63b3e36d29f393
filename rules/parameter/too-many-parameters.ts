import { defineRule, LIMITS } from '#rule'

export default defineRule({
  id: 'parameter/too-many-parameters',
  title: 'A template holds at most 200 parameters',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects a template with more.',
  fix: 'Group values in mappings or in comma-delimited lists, read them from SSM, or split the template.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html',
      fact: 'At most 200 parameters can be declared in a template.',
    },
  ],
  notes: ['002:1260'],
  cfnLint: ['E2010'],
  messages: { tooMany: 'The template holds {count} parameters; at most 200 are possible.' },
  check(template, { report }) {
    const section = template.section('Parameters')
    const count = template.parameters.size
    if (section && count > LIMITS.parameters) report(section.key, 'tooMany', { count })
  },
})
