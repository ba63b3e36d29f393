import { both, canHold, defineRule, ingressOf, number, type Properties, type Resource, string, targetsOf } from '#rule'

const NFS = 2049

export default defineRule({
  id: 'efs/nfs-port-closed',
  title: 'A mount target must be reachable on TCP 2049',
  severity: 'warning',
  on: ['AWS::EFS::MountTarget'],
  why: 'Mounting hangs until it times out: the security group of the mount target drops the packets.',
  fix: 'Add an ingress rule for TCP 2049 from the security group or the range of the clients.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/efs/latest/ug/network-access.html',
      fact: 'The security group of a mount target must let in TCP 2049 (NFS) from the security groups of the clients.',
    },
  ],
  notes: ['004:367'],
  messages: { closed: 'No security group of this mount target lets in TCP 2049; add an ingress rule to {group}.' },
  check(mount, { report }) {
    const { template } = mount
    if (template.isOpen('Resources')) return
    const groups = targetsOf(template, mount, 'SecurityGroups.*')
    const [first] = groups
    if (!first?.resource || mount.facts('SecurityGroups').some(({ state }) => state !== 'known')) return
    if (groups.some(({ resource }) => !resource || mayReach(resource))) return
    const when = groups.map((group) => group.when).reduce(both)
    if (canHold(when)) report({ node: first.node, when }, 'closed', { group: first.resource.id })
  },
})

/** Whether a security group lets in NFS, or may do so by what the template does not show. */
function mayReach(group: Resource): boolean {
  const { template } = group
  if (group.type !== 'AWS::EC2::SecurityGroup' || group.isOpen) return true
  const facts = [...group.facts('SecurityGroupIngress'), ...group.facts('SecurityGroupIngress.*')]
  if (facts.some(({ state }) => state === 'unknown')) return true
  const isExported = template.references.of(group.id).some(({ section }) => section === 'Outputs')
  const alone = template
    .resourcesOf('AWS::EC2::SecurityGroupIngress')
    .filter((rule) => ['GroupId', 'GroupName'].some((path) => targetsOf(template, rule, path).some(({ resource }) => resource === group)))
  return isExported || [...ingressOf(group), ...alone].some(mayOpen)
}

function mayOpen(rule: Properties): boolean {
  const protocols = rule.possible('IpProtocol', string)
  if (protocols.some((fact) => fact.state !== 'known' || fact.value === '-1')) return true
  if (!protocols.some((fact) => fact.state === 'known' && /^(tcp|6)$/i.test(fact.value))) return false
  const mayBe = (path: string, test: (port: number) => boolean): boolean =>
    rule.possible(path, number).some((fact) => fact.state !== 'known' || fact.value === -1 || test(fact.value))
  return mayBe('FromPort', (port) => port <= NFS) && mayBe('ToPort', (port) => port >= NFS)
}
