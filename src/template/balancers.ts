import type { Node } from '../source/tree.ts'
import { both, canHold, Known, type Properties, string, type When } from '../values.ts'
import { type Target, targetsOf } from './targets.ts'
import type { Resource } from './template.ts'

export type BalancerKind = 'application' | 'network' | 'gateway'

const KINDS: readonly string[] = ['application', 'network', 'gateway'] satisfies BalancerKind[]

/** What a load balancer is, in each case; application unless it says something else. */
export function balancerKinds(balancer: Resource): Known<BalancerKind>[] {
  return balancer.possible('Type', string).flatMap((fact) => {
    if (fact.state === 'unknown') return []
    if (fact.state === 'absent') return [new Known<BalancerKind>('application', fact.node, fact.when)]
    return KINDS.includes(fact.value) ? [new Known(fact.value as BalancerKind, fact.node, fact.when, fact.via)] : []
  })
}

/** A load balancer of the template that a listener belongs to, with what it is. */
export interface BalancerUse {
  readonly balancer: Resource
  readonly kind: BalancerKind
  readonly when: When
}

/** The load balancers of a listener, each in its case. */
export function balancersOf(listener: Resource): BalancerUse[] {
  return targetsOf(listener.template, listener, 'LoadBalancerArn').flatMap(({ resource: balancer, when }) => {
    if (balancer?.type !== 'AWS::ElasticLoadBalancingV2::LoadBalancer') return []
    return balancerKinds(balancer).flatMap((kind): BalancerUse[] => {
      const joint = both(when, kind.when)
      return canHold(joint) ? [{ balancer, kind: kind.value, when: joint }] : []
    })
  })
}

/** The actions of a listener or of one of its rules. */
const actionsOf = (resource: Resource): Properties[] =>
  resource.items(resource.type === 'AWS::ElasticLoadBalancingV2::Listener' ? 'DefaultActions' : 'Actions')

/** Where a listener or a rule forwards to a target group. */
export interface Forward {
  readonly group: Target
  readonly node: Node
  readonly when: When
}

/** The target groups that a listener or a rule forwards to, each in its case. */
export function forwardsOf(resource: Resource): Forward[] {
  const { template } = resource
  return actionsOf(resource).flatMap((action) =>
    [action, ...action.items('ForwardConfig.TargetGroups')].flatMap((holder) =>
      targetsOf(template, holder, 'TargetGroupArn').map((group) => ({ group, node: group.node, when: group.when })),
    ),
  )
}

/** The listeners that a rule belongs to; of a listener itself. */
export function listenersOf(resource: Resource): { listener: Resource; when: When }[] {
  if (resource.type === 'AWS::ElasticLoadBalancingV2::Listener') return [{ listener: resource, when: resource.when }]
  return targetsOf(resource.template, resource, 'ListenerArn').flatMap(({ resource: listener, when }) =>
    listener?.type === 'AWS::ElasticLoadBalancingV2::Listener' ? [{ listener, when }] : [],
  )
}

/** The values of an attribute (`Key`, `Value`) that are known. @param path the list of attributes */
export function attributeValues(resource: Resource, path: string, key: string): Known<string>[] {
  return resource.items(path).flatMap((attribute) =>
    attribute
      .known('Key', string)
      .filter(({ value }) => value === key)
      .flatMap((named) => attribute.under(named.when).known('Value', string)),
  )
}
