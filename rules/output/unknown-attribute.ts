import { closest, defineRule, table } from '#rule'
import { outputsOf } from './_outputs.ts'

const ATTRIBUTES = ['Condition', 'Description', 'Export', 'Value']
const MEANT: Readonly<Record<string, string>> = table({ Name: 'Export', ExportName: 'Export', Values: 'Value' })

export default defineRule({
  id: 'output/unknown-attribute',
  title: 'An output has only four attributes',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template when it meets another one.',
  fix: 'Correct the name; the name of an export stands below Export.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html',
      fact: 'An output has Description, Value, Export with a Name, and Condition.',
    },
  ],
  notes: ['002:1287', '002:1292', '003:252', '003:260', '004:27', '004:37'],
  cfnLint: ['E6001'],
  messages: {
    misspelt: 'Output "{output}" has no attribute "{name}"; did you mean "{near}"?',
    unknown: 'Output "{output}" has no attribute "{name}"; it has Value, Description, Export and Condition.',
  },
  check(template, { report }) {
    for (const { name: output, body } of outputsOf(template)) {
      for (const { key } of body.entries) {
        const name = key.text
        if (ATTRIBUTES.includes(name) || name === 'Fn::Transform') continue
        const near = MEANT[name] ?? closest(name, ATTRIBUTES)
        if (near) report(key, 'misspelt', { output, name, near })
        else report(key, 'unknown', { output, name })
      }
    }
  },
})
