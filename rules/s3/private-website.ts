import { boolean, both, canHold, defineRule } from '#rule'

export default defineRule({
  id: 's3/private-website',
  title: 'A website bucket needs readers',
  severity: 'warning',
  on: ['AWS::S3::Bucket'],
  why: 'A website endpoint answers anonymous requests only; without a policy that lets everybody read, visitors get 403.',
  fix: 'Serve the bucket through CloudFront with an origin access control, or let everybody read it and lift Block Public Access.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteAccessPermissionsReqd.html',
      fact: 'A website needs Block Public Access switched off and a policy that lets everybody read.',
    },
  ],
  notes: ['001:604', '001:605', '001:606', '002:450', '002:452', '002:453', '002:454', '002:455', '002:467', '002:2294'],
  messages: { private: 'Block Public Access keeps visitors out of this website; serve the bucket through CloudFront, or lift it.' },
  check(bucket, { report }) {
    const { template } = bucket
    const isOrigin = template.references
      .of(bucket.id)
      .some(({ owner }) => template.resources.get(owner)?.type === 'AWS::CloudFront::Distribution')
    if (isOrigin) return
    for (const site of bucket.items('WebsiteConfiguration')) {
      const redirects = site.facts('RedirectAllRequestsTo').some(({ state }) => state !== 'absent')
      for (const flag of redirects ? [] : bucket.known('PublicAccessBlockConfiguration.RestrictPublicBuckets', boolean)) {
        const when = both(site.when, flag.when)
        if (flag.value && canHold(when)) report({ node: flag.node, when }, 'private')
      }
    }
  },
})
