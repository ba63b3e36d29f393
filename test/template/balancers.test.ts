/** What load balancers are, what their listeners forward to, and their attributes. */
import { expect, test } from 'vitest'
import { parseSource } from '../../src/source/source.ts'
import type { Mapping } from '../../src/source/tree.ts'
import { attributeValues, balancersOf, forwardsOf, listenersOf } from '../../src/template/balancers.ts'
import { type Resource, Template } from '../../src/template/template.ts'

const source = parseSource(
  `Parameters:
  Any: {Type: String}
Conditions:
  IsOn: !Equals [!Ref Any, on]
Resources:
  Front:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      LoadBalancerAttributes: [{Key: idle_timeout.timeout_seconds, Value: '60'}, {Key: !Ref Any, Value: '1'}]
  Either: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Type: !If [IsOn, network, gateway]}}
  Opaque: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Type: !Ref Any}}
  Group: {Type: AWS::ElasticLoadBalancingV2::TargetGroup}
  One: {Type: AWS::ElasticLoadBalancingV2::Listener, Properties: {LoadBalancerArn: !Ref Front, DefaultActions: [{TargetGroupArn: !Ref Group}]}}
  Two: {Type: AWS::ElasticLoadBalancingV2::Listener, Properties: {LoadBalancerArn: !Ref Either}}
  Three: {Type: AWS::ElasticLoadBalancingV2::Listener, Properties: {LoadBalancerArn: !Ref Opaque}}
  Rule:
    Type: AWS::ElasticLoadBalancingV2::ListenerRule
    Properties:
      ListenerArn: !Ref One
      Actions: [{ForwardConfig: {TargetGroups: [{TargetGroupArn: !Ref Group}, {TargetGroupArn: !Ref Any}]}}]
`,
  'a.yaml',
)
const template = new Template(source, source.root as Mapping, 'cloudformation')
const resource = (id: string) => template.resources.get(id) as Resource
const kinds = (id: string) => balancersOf(resource(id)).map(({ kind, when }) => [kind, ...when.because])

test('a load balancer is an application load balancer unless it says something else', () => {
  expect(kinds('One')).toEqual([['application']])
  expect(kinds('Two')).toEqual([
    ['network', 'IsOn is true'],
    ['gateway', 'IsOn is false'],
  ])
  expect(kinds('Three')).toEqual([])
})

test('listeners and rules forward to target groups, alone or in a list', () => {
  expect(forwardsOf(resource('One')).map(({ group }) => group.key)).toEqual(['Group'])
  expect(forwardsOf(resource('Rule')).map(({ group }) => group.resource?.id)).toEqual(['Group', undefined])
  expect(listenersOf(resource('Rule')).map(({ listener }) => listener.id)).toEqual(['One'])
  expect(listenersOf(resource('Two')).map(({ listener }) => listener.id)).toEqual(['Two'])
})

test('attributes are looked up by key', () => {
  expect(attributeValues(resource('Front'), 'LoadBalancerAttributes', 'idle_timeout.timeout_seconds').map(({ value }) => value)).toEqual([
    '60',
  ])
})
