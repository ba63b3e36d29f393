import { forwardsOf } from '../template/balancers.ts'
import type { Lead } from '../template/leads.ts'
import { leadsAt } from '../template/targets.ts'
import type { Resource, Template } from '../template/template.ts'
import { both, canHold, type Properties, string, type When } from '../values.ts'

/** The task definitions of the template that a service, or a task set, runs. */
export const tasksOf = (service: Resource): Lead[] => leadsAt(service.template, service, 'TaskDefinition', 'AWS::ECS::TaskDefinition')

/** A load balancer that a service registers with. */
export interface Registration {
  /** ContainerName, ContainerPort, … */
  readonly properties: Properties
  /** The target groups of the template that it leads to. */
  readonly groups: readonly Lead[]
}

/** The load balancers of a service. */
export const registrationsOf = (service: Resource): Registration[] =>
  service.items('LoadBalancers').map((properties) => ({
    properties,
    groups: leadsAt(service.template, properties, 'TargetGroupArn', 'AWS::ElasticLoadBalancingV2::TargetGroup'),
  }))

/** A container of a task definition in one case of its name. */
export interface Container {
  readonly name: string
  readonly properties: Properties
}

/** The containers of a task definition; undefined where there may be others, or one whose name is not known. */
export function containersOf(task: Resource): Container[] | undefined {
  const lists = task.facts('ContainerDefinitions')
  if (task.isOpen || lists.some((fact) => fact.state === 'unknown' || (fact.state === 'known' && fact.value.kind !== 'sequence')))
    return undefined
  if (task.facts('ContainerDefinitions.*').some((fact) => fact.state === 'unknown')) return undefined
  const containers: Container[] = []
  for (const properties of task.items('ContainerDefinitions')) {
    if (properties.isOpen) return undefined
    for (const name of properties.possible('Name', string)) {
      if (name.state === 'unknown') return undefined
      if (name.state === 'known') containers.push({ name: name.value, properties: properties.under(name.when) })
    }
  }
  return containers
}

/** Whether a port is among the mappings of a container; undefined where that is not known. */
export function isMapped(container: Properties, port: number, when: When): boolean | undefined {
  const joint = both(container.when, when)
  if (!canHold(joint)) return false
  let verdict: boolean | undefined = false
  const here = container.under(joint)
  for (const fact of here.facts('PortMappings')) if (fact.state === 'unknown') return undefined
  for (const fact of here.facts('PortMappings.*')) if (fact.state === 'unknown') return undefined
  for (const mapping of here.items('PortMappings')) {
    if (mapping.isOpen) verdict = undefined
    for (const fact of mapping.possible('ContainerPort', string)) {
      if (fact.state === 'known' && Number(fact.value) === port) return true
      if (fact.state === 'unknown') verdict = undefined
    }
    for (const fact of mapping.possible('ContainerPortRange', string)) {
      if (fact.state === 'unknown') verdict = undefined
      if (fact.state !== 'known') continue
      const [from, to] = fact.value.split('-').map(Number) as [number, number?]
      if (port >= from && port <= (to ?? from)) return true
    }
  }
  return verdict
}

/** The listeners and listener rules of the template that forward to a target group. */
export const forwardersTo = (template: Template, group: Resource): Resource[] =>
  template
    .resourcesOf('AWS::ElasticLoadBalancingV2::Listener', 'AWS::ElasticLoadBalancingV2::ListenerRule')
    .filter((forwarder) => forwardsOf(forwarder).some((forward) => forward.group.resource === group))
