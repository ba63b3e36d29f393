import { arnsAt, defineRule, isRegionCode } from '#rule'

export default defineRule({
  id: 'cloudfront/edge-function-outside-us-east-1',
  title: 'A Lambda@Edge function must live in us-east-1',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront finds functions for the edge in us-east-1 only, and the stack fails.',
  fix: 'Deploy the function in us-east-1 and give the ARN of its version.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html',
      fact: 'The function is in US East (N. Virginia).',
    },
  ],
  notes: ['000:113', '000:122', '001:861'],
  messages: { region: 'The function is in {region}; CloudFront takes one in us-east-1 only.' },
  check(distribution, { report }) {
    const paths = ['DefaultCacheBehavior', 'CacheBehaviors.*'].map(
      (path) => `DistributionConfig.${path}.LambdaFunctionAssociations.*.LambdaFunctionARN`,
    )
    for (const { arn, place } of paths.flatMap((path) => arnsAt(distribution.template, distribution, path))) {
      if (arn?.service === 'lambda' && isRegionCode(arn.region) && arn.region !== 'us-east-1')
        report(place, 'region', { region: arn.region })
    }
  },
})
