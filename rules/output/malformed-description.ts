import { bytesOf, childOf, defineRule, LIMITS, nounOf } from '#rule'
import { outputsOf } from './_outputs.ts'

export default defineRule({
  id: 'output/malformed-description',
  title: 'The Description of an output is a text of at most 1,024 bytes',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation takes only a literal text of limited length there and rejects the template otherwise.',
  fix: 'Write a short literal text; functions are not evaluated there.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html',
      fact: 'Description is a string of at most 1,024 bytes.',
    },
  ],
  notes: ['002:1287', '002:1292', '003:252', '003:260', '004:27', '004:37'],
  cfnLint: ['E6001'],
  messages: {
    notText: 'Description of output "{name}" is {noun}; it must be a literal text.',
    tooLong: 'Description of output "{name}" has {bytes} bytes; it must have at most 1024.',
  },
  check(template, { report }) {
    for (const { name, body } of outputsOf(template)) {
      const value = childOf(body, 'Description')
      if (!value) continue
      // Numbers and booleans become text.
      if (value.kind !== 'scalar' || value.value === null) report(value, 'notText', { name, noun: nounOf(value) })
      else if (bytesOf(value.text) > LIMITS.description) report(value, 'tooLong', { name, bytes: bytesOf(value.text) })
    }
  },
})
