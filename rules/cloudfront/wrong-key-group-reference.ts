import { behaviorsOf, defineRule, leadsAt } from '#rule'

export default defineRule({
  id: 'cloudfront/wrong-key-group-reference',
  title: 'Behaviors trust key groups, and key groups list public keys',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution', 'AWS::CloudFront::KeyGroup'],
  why: 'CloudFront rejects what is no key group or public key.',
  fix: 'Put key groups into TrustedKeyGroups, and public keys into the items of a key group.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-trusted-signers.html',
      fact: 'Behaviors trust key groups, and key groups hold public keys.',
    },
  ],
  notes: ['000:126', '000:127', '000:128', '001:806', '001:807', '001:809', '001:810', '002:1123', '002:1124', '003:201'],
  messages: {
    group: '"{name}" is no key group; put the key into an AWS::CloudFront::KeyGroup and name that.',
    key: '"{name}" is no public key; a key group lists AWS::CloudFront::PublicKey.',
  },
  check(resource, { report }) {
    const isGroup = resource.type === 'AWS::CloudFront::KeyGroup'
    const { template } = resource
    const leads = isGroup
      ? leadsAt(template, resource, 'KeyGroupConfig.Items.*')
      : behaviorsOf(resource).flatMap((behavior) => leadsAt(template, behavior, 'TrustedKeyGroups.*'))
    const wanted = isGroup ? 'AWS::CloudFront::PublicKey' : 'AWS::CloudFront::KeyGroup'
    for (const lead of leads) {
      const { type, id } = lead.resource
      if (type !== wanted && type.startsWith('AWS::CloudFront::')) report(lead, isGroup ? 'key' : 'group', { name: id })
    }
  },
})
