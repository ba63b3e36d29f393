import { bytesOf, defineRule, nounOf } from '#rule'

export default defineRule({
  id: 'template/malformed-description',
  title: 'The Description of a template is a text of at most 1,024 bytes',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation takes only a literal text of limited length as Description and rejects the template otherwise.',
  fix: 'Shorten the text, or move long explanations into Metadata or comments. Functions are not evaluated there.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-description-structure.html',
      fact: 'Description is a literal string of 0 to 1,024 bytes; functions and parameters cannot be used in it.',
    },
  ],
  notes: ['002:1245', '002:1250', '002:1402'],
  cfnLint: ['E1003', 'E1004'],
  messages: {
    notText: 'Description is {noun}; it must be a literal text.',
    tooLong: 'Description has {bytes} bytes; it must have at most 1024.',
  },
  check(template, { report }) {
    const value = template.section('Description')?.value
    if (!value) return
    if (value.kind !== 'scalar' || typeof value.value !== 'string') report(value, 'notText', { noun: nounOf(value) })
    else if (bytesOf(value.text) > 1024) report(value, 'tooLong', { bytes: bytesOf(value.text) })
  },
})
