import type { Properties, Resource } from '#rule'

const INGRESS = ['CidrIp', 'CidrIpv6', 'SourcePrefixListId', 'SourceSecurityGroupId', 'SourceSecurityGroupName']
const EGRESS = ['CidrIp', 'CidrIpv6', 'DestinationPrefixListId', 'DestinationSecurityGroupId']

/** The rules of a security group, or the one that a resource is, with the properties that can name the other side. */
export function rulesOf(resource: Resource): { rule: Properties; sources: readonly string[] }[] {
  if (resource.type === 'AWS::EC2::SecurityGroupIngress') return [{ rule: resource, sources: INGRESS }]
  if (resource.type === 'AWS::EC2::SecurityGroupEgress') return [{ rule: resource, sources: EGRESS }]
  return [
    ...resource.items('SecurityGroupIngress').map((rule) => ({ rule, sources: INGRESS })),
    ...resource.items('SecurityGroupEgress').map((rule) => ({ rule, sources: EGRESS })),
  ]
}
