import { bytesOf, defineRule, LIMITS } from '#rule'

export default defineRule({
  id: 'template/too-large',
  title: 'A template has at most 1 MB',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation refuses a larger template, even from S3. Blanks and comments count.',
  fix: 'Split the template, or write it without indentation and comments.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html',
      fact: 'A template body in an S3 object has at most 1 MB.',
    },
  ],
  cfnLint: ['E1002'],
  messages: { tooLarge: 'The template has {size} kB; at most 1000 kB are possible.' },
  check(template, { report }) {
    const bytes = bytesOf(template.source.text)
    if (bytes > LIMITS.body) report(template.root, 'tooLarge', { size: Math.ceil(bytes / 1000) })
  },
})
