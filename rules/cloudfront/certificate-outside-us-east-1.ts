import { arnsAt, defineRule, isRegionCode } from '#rule'

export default defineRule({
  id: 'cloudfront/certificate-outside-us-east-1',
  title: 'The ACM certificate of a distribution must be in us-east-1',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront finds certificates of Certificate Manager in us-east-1 only, and the stack fails.',
  fix: 'Request the certificate in us-east-1 and give its ARN.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html',
      fact: 'A certificate of Certificate Manager has to be in US East (N. Virginia).',
    },
  ],
  notes: ['001:610', '001:870', '001:871', '001:872', '002:1139'],
  messages: { region: 'The certificate is in {region}; CloudFront takes one in us-east-1 only.' },
  check(distribution, { report }) {
    for (const { arn, place } of arnsAt(distribution.template, distribution, 'DistributionConfig.ViewerCertificate.AcmCertificateArn')) {
      if (arn?.service === 'acm' && isRegionCode(arn.region) && arn.region !== 'us-east-1') report(place, 'region', { region: arn.region })
    }
  },
})
