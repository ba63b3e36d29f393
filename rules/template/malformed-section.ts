import { callOf, defineRule, nounOf, type Section } from '#rule'

/** Resources and Globals have rules of their own. */
const SECTIONS: readonly Section[] = ['Metadata', 'Parameters', 'Rules', 'Mappings', 'Conditions', 'Hooks', 'Outputs']

export default defineRule({
  id: 'template/malformed-section',
  title: 'A section of a template must be a map',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the whole template when a section is a list or empty.',
  fix: 'Write names with their content below the section, or remove the section.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html',
      fact: 'Parameters, Rules, Mappings, Conditions, Resources and Outputs map names to what they declare.',
    },
    {
      url: 'https://github.com/aws-cloudformation/cfn-lint/issues/38',
      fact: 'A section without content is null, and null values are rejected anywhere in a template.',
    },
  ],
  cfnLint: ['E1001', 'E2001', 'E4002', 'E7001', 'E8001'],
  messages: { notMap: '{name} is {noun}; it must be a map.', empty: '{name} has no content; remove it.' },
  check(template, { report }) {
    for (const name of SECTIONS) {
      const value = template.section(name)?.value
      if (!value || (value.kind === 'mapping' && (!callOf(value) || callOf(value)?.name === 'Fn::Transform'))) continue
      // The loops of Conditions and Outputs look like calls.
      if (value.kind === 'mapping' && template.isOpen(name)) continue
      if (value.kind === 'scalar' && value.value === null) report(value, 'empty', { name })
      else report(value, 'notMap', { name, noun: nounOf(value) })
    }
  },
})
