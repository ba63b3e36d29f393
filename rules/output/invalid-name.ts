import { defineRule } from '#rule'
import { entriesOf } from './_outputs.ts'

export default defineRule({
  id: 'output/invalid-name',
  title: 'An output name has letters and digits only, at most 255',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the whole template because of one name with another character.',
  fix: 'Use letters and digits, as in TopicArn; the name of an export may differ.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html',
      fact: 'The logical ID of an output is alphanumeric.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html',
      fact: 'An output name has at most 255 characters.',
    },
  ],
  notes: ['002:1287', '002:1292', '003:252', '003:260', '004:27', '004:37'],
  cfnLint: ['E6004', 'E6011'],
  messages: {
    characters: 'Output name "{name}" has other characters than letters and digits.',
    length: 'Output name "{name}" has {length} characters; at most 255 are possible.',
  },
  check(template, { report }) {
    for (const { key } of entriesOf(template)) {
      const name = key.text
      if (!/^[A-Za-z0-9]+$/.test(name)) report(key, 'characters', { name })
      else if (name.length > 255) report(key, 'length', { name, length: name.length })
    }
  },
})
