import { defineRule, leadsOf, nodesAt, RECORD_TYPES, recordsIn, spellingsOf } from '#rule'

const BARE = 's3-website-REGION.amazonaws.com'

export default defineRule({
  id: 'route53/wrong-website-endpoint',
  title: 'A website alias names the bare endpoint of the Region',
  severity: 'warning',
  on: [...RECORD_TYPES],
  why: 'Route 53 takes the record, but the name leads nowhere: in the zone of the Region there is the endpoint alone, not the names of buckets.',
  fix: 'Write the website endpoint of the Region without bucket and scheme; the name of the record says which bucket is meant.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html',
      fact: 'DNSName of an alias to a bucket is the website endpoint of the Region, such as s3-website.us-east-2.amazonaws.com.',
    },
    {
      url: 'https://github.com/aws/aws-cdk/issues/4248',
      fact: 'With the bucket before it the stack deploys, and the name cannot be resolved.',
    },
    { url: 'https://github.com/aws/aws-cdk/issues/3928', fact: 'A URL is taken too, with its colon and slashes as a part of the name.' },
  ],
  notes: ['001:603', '001:607'],
  messages: {
    bucket: `DNSName has a bucket before the website endpoint; write ${BARE} only.`,
    url: `DNSName is a URL; write ${BARE} only.`,
  },
  check(resource, { report }) {
    const { template } = resource
    for (const alias of recordsIn(resource).flatMap(({ properties }) => properties.items('AliasTarget'))) {
      for (const { node, when } of nodesAt(alias, 'DNSName')) {
        const leads = leadsOf(template, node, when).filter(({ resource: named }) => named.type === 'AWS::S3::Bucket')
        for (const lead of leads) {
          if (lead.attribute === 'WebsiteURL') report({ node: lead.node, when: lead.when }, 'url')
        }
        for (const { text, node: place, when: under } of spellingsOf(template, node, when)) {
          const host = text.toLowerCase()
          if (/^https?:\/\//.test(host)) report({ node: place, when: under }, 'url')
          else if (/[^.]\.s3-website[.-][^.]+\.amazonaws\.com\.?$/.test(host)) report({ node: place, when: under }, 'bucket')
        }
      }
    }
  },
})
