import { all, defineRule, exclusive, matches, requiresOneOf, within } from '#rule'

export default defineRule({
  id: 's3/incomplete-website',
  title: 'A website has an index document or one redirect',
  severity: 'error',
  on: ['AWS::S3::Bucket'],
  why: 'S3 rejects the website configuration, or serves nothing at the address of the site.',
  fix: 'Name an index document without a folder, or redirect all requests and set nothing else.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-websiteconfiguration.html',
      fact: 'With RedirectAllRequestsTo no other property is set; otherwise there is an index document.',
    },
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/IndexDocumentSupport.html',
      fact: 'The index document is the name of an object that is looked for in every folder, so it has no slash.',
    },
  ],
  notes: ['001:602', '001:603', '002:450', '002:452', '002:453', '002:454', '002:455', '002:467', '002:2294'],
  check: within(
    'WebsiteConfiguration',
    all(
      {
        ...requiresOneOf('IndexDocument', 'RedirectAllRequestsTo'),
        messages: { requiresOneOf: 'The website has neither IndexDocument nor RedirectAllRequestsTo; set one of them.' },
      },
      ...(['IndexDocument', 'ErrorDocument', 'RoutingRules'] as const).map((name) => exclusive('RedirectAllRequestsTo', name)),
      matches('IndexDocument', /^[^/]+$/, 'be the name of an object, without a slash'),
    ),
  ),
})
