import { bytesOf, defineRule, LIMITS } from '#rule'

export default defineRule({
  id: 'template/too-large-to-send',
  title: 'A template of more than 51,200 bytes must be uploaded to S3 first',
  severity: 'info',
  on: ['template'],
  why: 'A request to CloudFormation carries 51,200 bytes of template at most; aws cloudformation deploy without --s3-bucket fails.',
  fix: 'Deploy with --s3-bucket, with --template-url, or with a tool that uploads the template.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html',
      fact: 'A template body in a request has at most 51,200 bytes.',
    },
  ],
  messages: { tooLarge: 'The template has {size} kB; above 51.2 kB it must be uploaded to S3 to be deployed.' },
  check(template, { report }) {
    const bytes = bytesOf(template.source.text)
    if (bytes > LIMITS.directBody && bytes <= LIMITS.body) report(template.root, 'tooLarge', { size: Math.ceil(bytes / 1000) })
  },
})
