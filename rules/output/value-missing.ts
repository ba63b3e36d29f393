import { callOf, childOf, defineRule, nounOf } from '#rule'
import { entriesOf, outputsOf } from './_outputs.ts'

export default defineRule({
  id: 'output/value-missing',
  title: 'Every output needs a Value',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template with "Every Outputs member must contain a Value object".',
  fix: 'Write the Value, or remove the output.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html',
      fact: 'Value is required.',
    },
  ],
  notes: [...['001:92', '001:93', '001:94', '002:1287', '002:1292', '003:252', '003:260', '004:27', '004:37']],
  cfnLint: ['E6002', 'E6003'],
  messages: {
    missing: 'Output "{name}" has no Value; write one.',
    notMap: 'Output "{name}" is {noun}; it must be a map with a Value.',
  },
  check(template, { report }) {
    for (const { key, value } of entriesOf(template)) {
      const call = callOf(value)
      if ((value.kind !== 'mapping' || call) && call?.name !== 'Fn::Transform')
        report(value, 'notMap', { name: key.text, noun: nounOf(value) })
    }
    for (const { name, key, body } of outputsOf(template)) {
      const value = childOf(body, 'Value')
      if (!value) {
        if (!template.resolver.open(body)) report(key, 'missing', { name })
      } else if (value.kind === 'scalar' && value.value === null) report(value, 'missing', { name })
    }
  },
})
