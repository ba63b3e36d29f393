import { defineRule, jointly, number, originGroupsOf } from '#rule'

export default defineRule({
  id: 'cloudfront/quantity-mismatch',
  title: 'Quantity must equal the number of items',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront answers InconsistentQuantities, and the stack fails.',
  fix: 'Set Quantity to the number of items.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-distribution-origingroups.html',
      fact: 'Quantity is the number of the items that are listed beside it.',
    },
  ],
  notes: ['000:142', '000:143', '000:144', '001:826', '001:851', '001:852', '001:853', '001:854'],
  messages: { mismatch: 'Quantity is {quantity}, but {count} items are listed; make them equal.' },
  check(distribution, { report }) {
    const groups = originGroupsOf(distribution)
    const holders = [
      ...distribution.items('DistributionConfig.OriginGroups'),
      ...groups.flatMap((group) => [...group.items('Members'), ...group.items('FailoverCriteria.StatusCodes')]),
    ]
    for (const holder of holders) {
      for (const { most, least } of holder.counts('Items')) {
        if (most.count !== least.count) continue
        for (const quantity of holder.known('Quantity', number)) {
          const when = jointly(quantity.when, most.when)
          if (when && quantity.value !== most.count)
            report({ node: quantity.node, when }, 'mismatch', { quantity: quantity.value, count: most.count })
        }
      }
    }
  },
})
