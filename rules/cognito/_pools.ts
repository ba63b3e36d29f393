import { isPartial, isPlaceholder, type Lead, leadsAt, type Properties, type Resource, string, type When } from '#rule'

/** The roles that an identity pool knows. */
export const KINDS = ['authenticated', 'unauthenticated']

/** The user pools of the template that a resource belongs to. */
export const poolsOf = (resource: Resource): Lead[] => leadsAt(resource.template, resource, 'UserPoolId', 'AWS::Cognito::UserPool')

/** The cases in which a property has a value, which is the one that it has when it is missing. */
export const casesOf = (of: Properties, path: string, value: string): When[] =>
  of
    .facts(path)
    .flatMap((fact) => (fact.state === 'absent' || (fact.state === 'known' && string.read(fact.value) === value) ? [fact.when] : []))

/** Whether a text is certainly no ARN of a service. */
export const isForeign = (text: string, found: string | undefined, wanted = 'lambda'): boolean =>
  !isPlaceholder(text) && (found === undefined ? !isPartial(text) : !isPartial(found) && found !== wanted)
