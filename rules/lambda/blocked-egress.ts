import { defineRule, leadsOf, nodesAt, type Resource, string } from '#rule'

export default defineRule({
  id: 'lambda/blocked-egress',
  title: 'The security group lets nothing out',
  severity: 'warning',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'The function can reach nothing: no service, no database, no other network.',
  fix: 'Allow what the function has to reach in SecurityGroupEgress, or leave the property out, which allows all.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html',
      fact: 'A rule to 127.0.0.1/32 takes the place of the rule that allows everything out.',
    },
  ],
  notes: ['001:757', '001:759'],
  messages: {
    closed: '{group} lets nothing out, so the function can reach nothing; allow what it needs in SecurityGroupEgress.',
  },
  check(fn, { report }) {
    const { template } = fn
    // A rule of its own may open the group.
    if (template.isOpen('Resources') || template.resourcesOf('AWS::EC2::SecurityGroupEgress').length > 0) return
    const groups = nodesAt(fn, 'VpcConfig.SecurityGroupIds.*').map(({ node, when }) => leadsOf(template, node, when))
    if (groups.length === 0 || groups.some((leads) => leads.length !== 1 || !leads.every(({ resource }) => isClosed(resource)))) return
    for (const [lead] of groups) if (lead) report(lead, 'closed', { group: lead.resource.id })
  },
})

/** Whether a group certainly lets out nothing but what goes to the function itself. */
function isClosed(group: Resource): boolean {
  if (group.type !== 'AWS::EC2::SecurityGroup') return false
  const rules = group.facts('SecurityGroupEgress.*')
  const targets = group.known('SecurityGroupEgress.*.CidrIp', string)
  return (
    rules.length > 0 &&
    rules.every(({ state }) => state === 'known') &&
    targets.length === rules.length &&
    targets.every(({ value }) => value === '127.0.0.1/32')
  )
}
