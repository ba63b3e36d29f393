import { all, defineRule, each, exclusive, requiresOneOf } from '#rule'

export default defineRule({
  id: 'cloudfront/ambiguous-origin-type',
  title: 'An origin is exactly one of S3, custom and VPC origin',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront rejects the distribution.',
  fix: 'Keep S3OriginConfig for the REST endpoint of a bucket, CustomOriginConfig for other hosts, VpcOriginConfig for VPC origins.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-distribution-origin.html',
      fact: 'An origin has one of the three configurations.',
    },
  ],
  notes: ['001:821', '001:836', '001:837', '002:1111', '002:1117'],
  check: all(
    each('DistributionConfig.Origins', exclusive('S3OriginConfig', 'CustomOriginConfig', 'VpcOriginConfig')),
    each('DistributionConfig.Origins', {
      ...requiresOneOf('S3OriginConfig', 'CustomOriginConfig', 'VpcOriginConfig', 'OriginAccessControlId'),
      messages: {
        requiresOneOf: 'The origin has none of S3OriginConfig, CustomOriginConfig and VpcOriginConfig; add the one for its kind.',
      },
    }),
  ),
})
