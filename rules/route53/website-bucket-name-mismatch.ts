import {
  awsHostsAt,
  both,
  canHold,
  defineRule,
  isSpelledOut,
  namesOf,
  nodesAt,
  RECORD_TYPES,
  type Resource,
  recordsIn,
  spellingsOf,
} from '#rule'

export default defineRule({
  id: 'route53/website-bucket-name-mismatch',
  title: 'A website bucket must be named like its record',
  severity: 'warning',
  on: [...RECORD_TYPES],
  why: 'The website endpoint finds the bucket by the host name that is asked for, and answers 404 when no bucket has it.',
  fix: 'Give the bucket the name of the record, or put a distribution in front of it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/RoutingToS3Bucket.html',
      fact: 'The bucket that serves the website has the same name as the record.',
    },
  ],
  notes: ['001:600', '001:601', '001:607', '002:1139'],
  messages: {
    other: 'No website bucket of the template has the name "{name}", so this record leads to none; set BucketName of {bucket} to it.',
  },
  check(resource, { report }) {
    const { template } = resource
    const buckets = template.resourcesOf('AWS::S3::Bucket').filter((bucket) => bucket.present('WebsiteConfiguration').length > 0)
    const [first] = buckets
    if (!first || template.isOpen('Resources')) return
    for (const record of recordsIn(resource)) {
      const hosts = record.properties.items('AliasTarget').flatMap((alias) => awsHostsAt(template, alias, 'DNSName'))
      for (const { when } of hosts.filter(({ service }) => service === 'website')) {
        for (const name of namesOf(record)) {
          const joint = both(name.when, when)
          if (isSpelledOut(name.text) && buckets.every((bucket) => !mayBeNamed(bucket, name.text)) && canHold(joint))
            report({ node: name.node, when: joint }, 'other', { name: name.text, bucket: first.id })
        }
      }
    }
  },
})

/** A name that CloudFormation makes up has the name of the stack in it, and is no host name. */
const mayBeNamed = (bucket: Resource, name: string): boolean =>
  bucket.isOpen ||
  nodesAt(bucket, 'BucketName')
    .flatMap(({ node, when }) => spellingsOf(bucket.template, node, when))
    .some(({ text }) => text === name || !isSpelledOut(text))
