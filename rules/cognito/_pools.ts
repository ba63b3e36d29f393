import {
  both,
  canHold,
  type Fact,
  isPartial,
  isPlaceholder,
  type Lead,
  leadsOf,
  nodesAt,
  type Properties,
  type Resource,
  string,
  type When,
} from '#rule'

/** The roles that an identity pool knows. */
export const KINDS = ['authenticated', 'unauthenticated']

/** The user pools of the template that a resource belongs to. */
export const poolsOf = (resource: Resource): Lead[] =>
  nodesAt(resource, 'UserPoolId')
    .flatMap(({ node, when }) => leadsOf(resource.template, node, when))
    .filter((lead) => lead.resource.type === 'AWS::Cognito::UserPool')

/** The cases in which a property has a value, which is the one that it has when it is missing. */
export const casesOf = (of: Properties, path: string, value: string): When[] =>
  of
    .facts(path)
    .flatMap((fact) => (fact.state === 'absent' || (fact.state === 'known' && string.read(fact.value) === value) ? [fact.when] : []))

/** The cases in which a property is missing, or is an empty list. */
export const lacking = (of: Properties, path: string): When[] =>
  of.facts(path).flatMap((fact) => (fact.state === 'absent' || isEmpty(fact) ? [fact.when] : []))

const isEmpty = (fact: Fact): boolean => fact.state === 'known' && fact.value.kind === 'sequence' && fact.value.items.length === 0

/** All of these at once, where that can be. */
export const jointly = (...whens: readonly When[]): When | undefined => {
  const joint = whens.reduce(both)
  return canHold(joint) ? joint : undefined
}

/** Whether a text is certainly no ARN of a service. */
export const isForeign = (text: string, found: string | undefined, wanted = 'lambda'): boolean =>
  !isPlaceholder(text) && (found === undefined ? !isPartial(text) : !isPartial(found) && found !== wanted)
