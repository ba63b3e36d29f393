import { boolean, defineRule } from '#rule'

export default defineRule({
  id: 'cloudfront/unpublished-function',
  title: 'A CloudFront function in use must be published',
  severity: 'warning',
  on: ['AWS::CloudFront::Function'],
  why: 'Distributions run what is published; without AutoPublish the function, and each change of it, stays in development.',
  fix: 'Set AutoPublish to true.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-function.html',
      fact: 'With AutoPublish the function is published to the stage LIVE when it is made or changed.',
    },
  ],
  notes: ['001:867', '001:869'],
  messages: { unpublished: 'The function {name} is used but not published; set AutoPublish to true.' },
  check(fn, { report }) {
    const { template } = fn
    const isUsed = template.references
      .of(fn.id)
      .some(({ owner }) => template.resources.get(owner)?.type === 'AWS::CloudFront::Distribution')
    if (!isUsed) return
    for (const publish of fn.known('AutoPublish', boolean)) if (!publish.value) report(publish, 'unpublished', { name: fn.id })
    for (const { when } of fn.absent('AutoPublish')) report({ node: fn.key, when }, 'unpublished', { name: fn.id })
  },
})
