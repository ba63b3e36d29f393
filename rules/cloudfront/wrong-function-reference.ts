import { arnsAt, defineRule, shorten } from '#rule'

export default defineRule({
  id: 'cloudfront/wrong-function-reference',
  title: 'FunctionARN must be the ARN of a CloudFront function',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront rejects the distribution.',
  fix: 'Give the FunctionARN of an AWS::CloudFront::Function; versions of Lambda functions go into LambdaFunctionAssociations.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-distribution-functionassociation.html',
      fact: 'FunctionARN is the ARN of a CloudFront function.',
    },
  ],
  notes: ['001:867', '001:869'],
  messages: {
    lambda: '"{name}" is a Lambda function; put its version into LambdaFunctionAssociations.',
    other: '"{name}" is no CloudFront function; give the FunctionARN of one.',
  },
  check(distribution, { report }) {
    const paths = ['DefaultCacheBehavior', 'CacheBehaviors.*'].map(
      (path) => `DistributionConfig.${path}.FunctionAssociations.*.FunctionARN`,
    )
    for (const { resource, service, text, place } of paths.flatMap((path) => arnsAt(distribution.template, distribution, path))) {
      if (!service || service === 'cloudfront') continue
      report(place, service === 'lambda' ? 'lambda' : 'other', { name: resource?.id ?? shorten(text) })
    }
  },
})
