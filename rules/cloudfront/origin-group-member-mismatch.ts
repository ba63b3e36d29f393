import { defineRule, originGroupsOf, originsOf, string, together } from '#rule'

export default defineRule({
  id: 'cloudfront/origin-group-member-mismatch',
  title: 'An origin group must pair two different origins of the distribution',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront rejects the distribution.',
  fix: 'Name two different origins of the distribution, the primary one first.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html',
      fact: 'A group has a primary and a secondary origin of the distribution.',
    },
  ],
  notes: ['000:142', '000:143', '000:144', '001:826', '001:851', '001:852', '001:853', '001:854'],
  messages: {
    count: 'The origin group has {count} members; it must have two.',
    same: 'Both members of the group are "{id}"; name another origin as the second.',
    unknown: 'No origin has the ID "{id}"; name one of the distribution.',
  },
  check(distribution, { report }) {
    const origins = originsOf(distribution).flatMap((origin) => origin.known('Id', string))
    const isKnown = distribution.facts('DistributionConfig.Origins.*.Id').every(({ state }) => state !== 'unknown')
    for (const group of originGroupsOf(distribution)) {
      for (const { node, most, least } of group.counts('Members.Items')) {
        const wrong = [most, least].find(({ count }) => count !== 2)
        if (wrong) report({ node, when: wrong.when }, 'count', { count: wrong.count })
      }
      const members = group.known('Members.Items.*.OriginId', string)
      members.forEach((member, i) => {
        const [pair] = together(
          members.slice(0, i).filter(({ value }) => value === member.value),
          [member],
        )
        if (pair) report(pair[1], 'same', { id: member.value })
        else if (isKnown && !origins.some(({ value }) => value === member.value)) report(member, 'unknown', { id: member.value })
      })
    }
  },
})
