/** What networks are made of: ranges, attachments, and what security groups let in. */
import { describe, expect, test } from 'vitest'
import { parseSource } from '../../src/source/source.ts'
import type { Mapping } from '../../src/source/tree.ts'
import { contains, overlap, parseCidr } from '../../src/template/cidr.ts'
import { attachmentsOf, nameless, rangesOfSubnet, rangesOfVpc, unattachedWhen } from '../../src/template/networks.ts'
import { openingsOf } from '../../src/template/openings.ts'
import { type Resource, Template } from '../../src/template/template.ts'
import { ALWAYS, canHold } from '../../src/values.ts'

function template(resources: string): Template {
  const head = 'Parameters:\n  Any: {Type: String}\nConditions:\n  IsOn: !Equals [!Ref Any, on]\nResources:\n'
  const source = parseSource(`${head}${resources}`, 'a.yaml')
  return new Template(source, source.root as Mapping, 'cloudformation')
}
const resource = (of: Template, id: string) => of.resources.get(id) as Resource
const cidr = (text: string) => parseCidr(text) as NonNullable<ReturnType<typeof parseCidr>>

test.each([
  ['10.0.0.0/16', '10.0.3.0/24', true, true],
  ['10.0.3.0/24', '10.0.0.0/16', false, true],
  ['10.0.0.0/24', '10.0.1.0/24', false, false],
  ['0.0.0.0/0', '203.0.113.7/32', true, true],
  ['0.0.0.0/0', '2001:db8::/56', false, false],
])('%s and %s', (a, b, holds, meets) => {
  expect([contains(cidr(a), cidr(b)), overlap(cidr(a), cidr(b))]).toEqual([holds, meets])
})

describe('networks', () => {
  const of = template(`
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  More: {Type: AWS::EC2::VPCCidrBlock, Condition: IsOn, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.1.0.0/16}}
  Six: {Type: AWS::EC2::VPCCidrBlock, Properties: {VpcId: !Ref Vpc, AmazonProvidedIpv6CidrBlock: true}}
  Other: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !Ref Any, EnableDnsHostnames: true, EnableDnsSupport: false}}
  Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24}}
  Gateway: {Type: AWS::EC2::InternetGateway}
  Loose: {Type: AWS::EC2::InternetGateway}
  Attachment: {Type: AWS::EC2::VPCGatewayAttachment, Condition: IsOn, Properties: {VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway}}
`)
  test('a VPC has its own ranges, those that are added, and unknown ones', () => {
    expect(rangesOfVpc(resource(of, 'Vpc')).map(({ fact, when }) => [fact?.value, ...when.because])).toEqual([
      ['10.0.0.0/16'],
      ['10.1.0.0/16', 'IsOn is true'],
      [undefined],
    ])
    expect(rangesOfVpc(resource(of, 'Other')).map(({ cidr }) => cidr)).toEqual([undefined])
    expect(rangesOfSubnet(resource(of, 'Subnet')).map(({ fact }) => fact?.value)).toEqual(['10.0.1.0/24'])
  })

  test('host names are off unless they are turned on', () => {
    expect(nameless(resource(of, 'Vpc')).map(({ property }) => property)).toEqual(['EnableDnsHostnames'])
    expect(nameless(resource(of, 'Other')).map(({ property }) => property)).toEqual(['EnableDnsSupport'])
  })

  test('what is attached, and when nothing is', () => {
    expect(attachmentsOf(of).map(({ gateway, vpc }) => [gateway.key, vpc?.key])).toEqual([['Gateway', 'Vpc']])
    expect(unattachedWhen(resource(of, 'Loose'), ALWAYS)).toBe(ALWAYS)
    const left = unattachedWhen(resource(of, 'Gateway'), ALWAYS)
    expect([left && canHold(left), left?.because]).toEqual([true, ['IsOn is false']])
  })

  test('a gateway that something else knows of may be attached there', () => {
    const custom = template(`
  Gateway: {Type: AWS::EC2::InternetGateway}
  Attach: {Type: Custom::Attach, Properties: {ServiceToken: x, Gateway: !Ref Gateway}}
`)
    expect(unattachedWhen(resource(custom, 'Gateway'), ALWAYS)).toBeUndefined()
  })
})

test('what a security group opens to the world', () => {
  const of = template(`
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      SecurityGroupIngress:
        - {IpProtocol: '6', FromPort: 80, ToPort: 90, CidrIp: 0.0.0.0/0}
        - {IpProtocol: -1, CidrIpv6: '::/0'}
        - {IpProtocol: tcp, FromPort: !Ref Any, ToPort: 90, CidrIp: 0.0.0.0/0}
        - {IpProtocol: tcp, FromPort: 80, ToPort: 90, CidrIp: 10.0.0.0/8}
`)
  expect(openingsOf(resource(of, 'Group')).map(({ source, from, to, protocol }) => [source.value, from, to, protocol])).toEqual([
    ['0.0.0.0/0', 80, 90, 'tcp'],
    ['::/0', 0, 65535, '-1'],
  ])
})
