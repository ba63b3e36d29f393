import { boolean, both, butNot, canHold, type Known, string, type When } from '../values.ts'
import { type Cidr, parseCidr } from './cidr.ts'
import { type Target, targetsOf } from './targets.ts'
import type { Resource, Template } from './template.ts'

/** An address range that a VPC or a subnet has in one case; undefined where only the deployment knows it. */
export interface AddressRange {
  readonly cidr: Cidr | undefined
  readonly fact: Known<string> | undefined
  readonly when: When
}

/** The ranges of one property of a resource, case by case. */
function rangesAt(resource: Resource, path: string): AddressRange[] {
  return resource.possible(path, string).flatMap((fact): AddressRange[] => {
    if (fact.state === 'absent') return []
    const known = fact.state === 'known' ? fact : undefined
    return [{ cidr: known && parseCidr(known.value), fact: known, when: fact.when }]
  })
}

/** The ranges of a subnet. */
export const rangesOfSubnet = (subnet: Resource): AddressRange[] => ['CidrBlock', 'Ipv6CidrBlock'].flatMap((path) => rangesAt(subnet, path))

/** The ranges that a VPC of the template may have, with those that are added to it; a range that AWS chooses is unknown. */
export function rangesOfVpc(vpc: Resource): AddressRange[] {
  const { template } = vpc
  const opaque = (when: When): AddressRange => ({ cidr: undefined, fact: undefined, when })
  const more = template.resourcesOf('AWS::EC2::VPCCidrBlock').flatMap((block) =>
    targetsOf(template, block, 'VpcId').flatMap((of): AddressRange[] => {
      if (of.resource !== vpc) return of.resource ? [] : [opaque(of.when)]
      const ranges = ['CidrBlock', 'Ipv6CidrBlock'].flatMap((path) => rangesAt(block, path))
      return ranges.length > 0 ? ranges : [opaque(of.when)]
    }),
  )
  const isUnseen = template.isOpen('Resources') || vpc.isOpen
  return [
    ...rangesAt(vpc, 'CidrBlock'),
    ...vpc.present('Ipv4IpamPoolId').map(({ when }) => opaque(when)),
    ...more,
    ...(isUnseen ? [opaque(vpc.when)] : []),
  ]
}

/** A gateway that is attached to a VPC. */
export interface Attachment {
  readonly resource: Resource
  readonly gateway: Target
  readonly vpc: Target | undefined
  readonly when: When
}

const attachments = new WeakMap<Template, Attachment[]>()

/** The internet and VPN gateways that a template attaches. */
export function attachmentsOf(template: Template): Attachment[] {
  let found = attachments.get(template)
  if (!found) {
    found = template.resourcesOf('AWS::EC2::VPCGatewayAttachment').flatMap((resource) =>
      ['InternetGatewayId', 'VpnGatewayId'].flatMap((path) =>
        targetsOf(template, resource, path).flatMap((gateway): Attachment[] => {
          const vpcs = targetsOf(template, resource, 'VpcId')
          if (vpcs.length === 0) return [{ resource, gateway, vpc: undefined, when: gateway.when }]
          return vpcs.flatMap((vpc) => {
            const when = both(gateway.when, vpc.when)
            return canHold(when) ? [{ resource, gateway, vpc, when }] : []
          })
        }),
      ),
    )
    attachments.set(template, found)
  }
  return found
}

/** When a gateway of the template is certain to be attached to no VPC; undefined where an attachment may be unseen. */
export function unattachedWhen(gateway: Resource, under: When): When | undefined {
  const { template } = gateway
  const isUnseen =
    template.isOpen('Resources') ||
    attachmentsOf(template).some(({ gateway: { resource } }) => !resource) ||
    template.references.of(gateway.id).some(({ section, owner }) => {
      if (section === 'Outputs') return false
      return section !== 'Resources' || !template.resources.get(owner)?.type.startsWith('AWS::EC2::')
    })
  if (isUnseen) return undefined
  const attached = attachmentsOf(template).filter((one) => one.gateway.resource === gateway)
  return attached.reduce((left, { when }) => butNot(left, when), under)
}

/** The VPCs that something is in: a subnet, a route table, a security group, …, each in its case. */
export const vpcsOf = (resource: Resource): Target[] => targetsOf(resource.template, resource, 'VpcId')

/** When the hosts of a VPC have no DNS names of their own: `EnableDnsHostnames` is off unless it is set, `EnableDnsSupport` on. */
export function nameless(vpc: Resource): { readonly property: string; readonly when: When }[] {
  const off = (property: string) => vpc.known(property, boolean).flatMap(({ value, when }) => (value ? [] : [{ property, when }]))
  return [
    ...off('EnableDnsSupport'),
    ...off('EnableDnsHostnames'),
    ...vpc.absent('EnableDnsHostnames').map(({ when }) => ({ property: 'EnableDnsHostnames', when })),
  ]
}
