import { both, canHold, defineRule, isSame, leadsOf, list, nodesAt, type Resource, spellingsOf, string, type When } from '#rule'

/** The one zone of a subnet, spelled; undefined where it has none or several. */
function zoneOf(subnet: Resource): string | undefined {
  const [node, ...others] = nodesAt(subnet, 'AvailabilityZone')
  const [zone, ...cases] = node && others.length === 0 ? spellingsOf(subnet.template, node.node, node.when) : []
  return zone && cases.length === 0 ? zone.text : undefined
}

export default defineRule({
  id: 'rds/too-few-subnet-zones',
  title: 'A DB subnet group needs subnets in two zones',
  severity: 'error',
  on: ['AWS::RDS::DBSubnetGroup'],
  why: 'RDS rejects the group: it does not meet the coverage of at least two Availability Zones.',
  fix: 'Add a subnet of another Availability Zone.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html',
      fact: 'A DB subnet group has subnets in two Availability Zones of the Region at least.',
    },
  ],
  notes: ['002:876', '002:2198'],
  messages: {
    one: 'SubnetIds has one subnet; a DB subnet group needs subnets in two Availability Zones.',
    same: 'All subnets of this group are in one Availability Zone; a DB subnet group needs two.',
  },
  check(group, { report }) {
    const { template } = group
    for (const fact of group.known('SubnetIds', list)) {
      if (fact.value.length === 1) {
        // Another text can be the name of a parameter that holds a list.
        const items = group.under(fact.when).known('SubnetIds.*', string)
        for (const item of items) if (/^subnet-/.test(item.value) && !item.via) report(item, 'one')
      }
      let joint: When = fact.when
      const zones = fact.value.map((node) => {
        const [lead, ...others] = leadsOf(template, node, fact.when)
        if (!lead || others.length > 0 || lead.resource.type !== 'AWS::EC2::Subnet') return undefined
        joint = both(joint, lead.when)
        return zoneOf(lead.resource)
      })
      const [first] = zones
      if (first === undefined || fact.value.length < 2 || !canHold(joint)) continue
      if (zones.every((zone) => zone !== undefined && isSame(template, first, zone) === true))
        report({ node: fact.node, when: joint }, 'same')
    }
  },
})
