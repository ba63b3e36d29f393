import { defineRule, leadsOf, nodesAt, RECORD_TYPES, recordsIn, spellingsOf } from '#rule'

export default defineRule({
  id: 'route53/bucket-address-as-alias',
  title: 'An alias to a bucket needs its website endpoint',
  severity: 'error',
  on: [...RECORD_TYPES],
  why: 'Route 53 rejects the record: "the alias target name does not lie within the target zone".',
  fix: 'Write the website endpoint of the Region; the name of the record says which bucket is meant.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html',
      fact: 'DNSName of an alias to a bucket is the website endpoint of the Region, such as s3-website.us-east-2.amazonaws.com.',
    },
    { url: 'https://github.com/hashicorp/terraform/issues/21021', fact: 'The error that Route 53 gives for the domain name of a bucket.' },
  ],
  notes: ['001:603', '001:607'],
  messages: {
    storage: 'DNSName is the address of a bucket for the S3 API; an alias needs the website endpoint, s3-website-REGION.amazonaws.com.',
  },
  check(resource, { report }) {
    const { template } = resource
    for (const alias of recordsIn(resource).flatMap(({ properties }) => properties.items('AliasTarget'))) {
      for (const { node, when } of nodesAt(alias, 'DNSName')) {
        for (const lead of leadsOf(template, node, when))
          if (lead.resource.type === 'AWS::S3::Bucket' && /DomainName$/.test(lead.attribute ?? ''))
            report({ node: lead.node, when: lead.when }, 'storage')
        for (const { text, node: place, when: under } of spellingsOf(template, node, when))
          if (/(^|\.)s3([.-](?!website)[a-z0-9-]+)?\.amazonaws\.com\.?$/i.test(text) && !/^https?:/i.test(text))
            report({ node: place, when: under }, 'storage')
      }
    }
  },
})
