/** What services of ECS run and register with. */
import { describe, expect, test } from 'vitest'
import { containersOf, forwardersTo, isMapped, registrationsOf, tasksOf } from '../../src/ecs/services.ts'
import { parseSource } from '../../src/source/source.ts'
import type { Mapping } from '../../src/source/tree.ts'
import { type Resource, Template } from '../../src/template/template.ts'
import { ALWAYS } from '../../src/values.ts'

const TEXT = `
Parameters:
  Name: {Type: String}
Conditions:
  IsProd: !Equals [!Ref Name, prod]
Resources:
  Web: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: [
    {Name: app, PortMappings: [{ContainerPort: 80}, {ContainerPortRange: 9000-9010}]},
    !If [IsProd, {Name: proxy, PortMappings: !Ref Name}, !Ref AWS::NoValue]]}}
  Job: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: [{Name: !Ref Name}]}}
  Group: {Type: AWS::ElasticLoadBalancingV2::TargetGroup}
  Other: {Type: AWS::ElasticLoadBalancingV2::TargetGroup}
  Lonely: {Type: AWS::ElasticLoadBalancingV2::TargetGroup}
  Listener: {Type: AWS::ElasticLoadBalancingV2::Listener, Properties: {DefaultActions: [{Type: forward, TargetGroupArn: !Ref Group}]}}
  Rule: {Type: AWS::ElasticLoadBalancingV2::ListenerRule, Properties: {Actions: [
    {Type: forward, ForwardConfig: {TargetGroups: [{TargetGroupArn: !Ref Other}]}}]}}
  Service: {Type: AWS::ECS::Service, Properties: {
    TaskDefinition: !If [IsProd, !Ref Web, !Ref Job],
    LoadBalancers: [{ContainerName: app, TargetGroupArn: !Ref Group}, {ContainerName: app, TargetGroupArn: !Ref Name}]}}
`
const source = parseSource(TEXT.trimStart(), 'a.yaml')
const template = new Template(source, source.root as Mapping, 'cloudformation')
const resource = (id: string): Resource => template.resources.get(id) as Resource

describe('services of ECS', () => {
  test('tasksOf follows both branches of a condition', () => {
    expect(tasksOf(resource('Service')).map((use) => [use.resource.id, use.when.because])).toEqual([
      ['Web', ['IsProd is true']],
      ['Job', ['IsProd is false']],
    ])
  })
  test('registrationsOf knows the target groups of the template', () => {
    expect(registrationsOf(resource('Service')).map(({ groups }) => groups.map((use) => use.resource.id))).toEqual([['Group'], []])
  })
  test('containersOf knows names, and when it does not', () => {
    expect(containersOf(resource('Web'))?.map(({ name }) => name)).toEqual(['app', 'proxy'])
    expect(containersOf(resource('Job'))).toBeUndefined()
  })
  test('isMapped knows ports and ranges, and when it does not', () => {
    const [app, proxy] = (containersOf(resource('Web')) ?? []).map(({ properties }) => properties)
    if (!app || !proxy) throw new Error('two containers')
    expect([80, 81, 9000, 9010, 9011].map((port) => isMapped(app, port, ALWAYS))).toEqual([true, false, true, true, false])
    expect(isMapped(proxy, 80, ALWAYS)).toBeUndefined()
  })
  test('forwardersTo finds listeners and rules', () => {
    const ids = ['Group', 'Other', 'Lonely'].map((id) => forwardersTo(template, resource(id)).map((one) => one.id))
    expect(ids).toEqual([['Listener'], ['Rule'], []])
  })
})
