import { callOf, childOf, defineRule } from '#rule'
import { outputsOf } from './_outputs.ts'

export default defineRule({
  id: 'output/imported-value',
  title: 'Output only passes on what another stack exports',
  severity: 'info',
  on: ['template'],
  why: 'Whoever reads it depends on two stacks instead of one, and neither export can be changed any more.',
  fix: 'Let the reader import the original export.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-importvalue.html',
      fact: 'A stack whose output is imported cannot be deleted, nor the output changed or removed, while the import lasts.',
    },
  ],
  cfnLint: ['W6001'],
  messages: { imported: 'Output "{name}" only passes on an export of another stack; import that where it is needed.' },
  check(template, { report }) {
    for (const { name, body } of outputsOf(template)) {
      const call = callOf(childOf(body, 'Value'))
      if (call?.name === 'Fn::ImportValue') report(call.key, 'imported', { name })
    }
  },
})
