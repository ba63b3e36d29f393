import { nodesAt } from '../policy/roles.ts'
import type { Node } from '../source/tree.ts'
import { table } from '../table.ts'
import { dependenciesOf } from '../template/dependencies.ts'
import { branchesOf, leadsOf } from '../template/leads.ts'
import { canonical } from '../template/logic.ts'
import type { Resource, Template } from '../template/template.ts'
import { ALWAYS, both, canHold, Known, type Properties, string, type When } from '../values.ts'

/** What a property of a resource names: a resource of the template, or whatever a text or a parameter stands for. */
export interface Target {
  /** undefined for what the template does not hold. */
  readonly resource: Resource | undefined
  /** Equal for two values that are certain to name the same thing. */
  readonly key: string
  readonly node: Node
  readonly when: When
}

/**
 * What a property names, in each case of conditions. `Ref` of a resource and any attribute of it name the same.
 * @param path keys joined by dots
 */
export function targetsOf(template: Template, of: Properties, path: string): Target[] {
  return nodesAt(of, path).flatMap(({ node, when }) =>
    branchesOf(template, node, when).map((branch) => {
      const [lead] = leadsOf(template, branch.node, branch.when)
      return lead
        ? { resource: lead.resource, key: lead.resource.id, node: lead.node, when: lead.when }
        : { resource: undefined, key: `=${canonical(branch.node)}`, node: branch.node, when: branch.when }
    }),
  )
}

const API_ID = ['RestApiId', 'ApiId']

/** The API that a part of one (a method, route, stage, …) names, in each case of conditions. */
export const apisOf = (part: Resource): Target[] => API_ID.flatMap((path) => targetsOf(part.template, part, path))

/** A resource of the template that belongs to an API. */
export interface Part {
  readonly resource: Resource
  /** When it is there and belongs to the API. */
  readonly when: When
}

/**
 * The resources of these types that belong to an API of the template.
 * @param api the key of a target, or the logical ID of the API
 */
export function partsOf(template: Template, api: string, ...types: string[]): Part[] {
  return template.resourcesOf(...types).flatMap((resource) =>
    apisOf(resource).flatMap((target) => {
      const when = both(resource.when, target.when)
      return target.key === api && canHold(when) ? [{ resource, when }] : []
    }),
  )
}

/** Whether a resource of these types may belong to an API without showing it, or be added unseen. */
export function hasUnseenParts(template: Template, ...types: string[]): boolean {
  return (
    template.isOpen('Resources') || template.resourcesOf(...types).some((part) => part.isOpen || apisOf(part).some((api) => !api.resource))
  )
}

/** The REST APIs of the template that a part names and that are no import of a definition, so that their methods are resources. */
export const bodilessApis = (part: Resource): (Target & { readonly resource: Resource })[] =>
  apisOf(part).flatMap((api) => {
    const { resource } = api
    if (resource?.type !== 'AWS::ApiGateway::RestApi' || resource.isOpen) return []
    const isImport = ['Body', 'BodyS3Location', 'CloneFrom'].some((path) => resource.facts(path).some(({ state }) => state !== 'absent'))
    return isImport ? [] : [{ ...api, resource, when: both(part.when, both(api.when, resource.when)) }]
  })

/** Whether two values name different things for certain: two resources of the template. */
export const differ = (a: Target, b: Target): boolean => a.resource !== undefined && b.resource !== undefined && a.key !== b.key

export type ApiKind = 'rest' | 'http' | 'websocket'

const KINDS: Readonly<Record<string, ApiKind>> = table({
  'AWS::ApiGateway::RestApi': 'rest',
  'AWS::Serverless::Api': 'rest',
  'AWS::Serverless::HttpApi': 'http',
  'AWS::Serverless::WebSocketApi': 'websocket',
})

/** What an API is, in each case; nothing where that is not known. With a body and no ProtocolType it is an HTTP API. */
export function kindsOf(api: Resource): Known<ApiKind>[] {
  const kind = KINDS[api.type]
  if (kind) return [new Known(kind, api.node, api.when)]
  if (api.type !== 'AWS::ApiGatewayV2::Api') return []
  return api.possible('ProtocolType', string).flatMap((fact) => {
    if (fact.state === 'unknown') return []
    if (fact.state === 'absent') return api.present('Body').map(({ when }) => new Known<ApiKind>('http', fact.node, both(fact.when, when)))
    const name = fact.value === 'HTTP' ? 'http' : fact.value === 'WEBSOCKET' ? 'websocket' : undefined
    return name ? [new Known<ApiKind>(name, fact.node, fact.when, fact.via)] : []
  })
}

/** The kinds of the API that a part belongs to, each under the condition under which it does. */
export function kindsAround(part: Resource): Known<ApiKind>[] {
  return apisOf(part).flatMap(({ resource, when }) =>
    resource ? kindsOf(resource).flatMap((kind) => under(kind, both(both(kind.when, when), part.when))) : [],
  )
}

const under = <T>(fact: Known<T>, when: When): Known<T>[] => (canHold(when) ? [new Known(fact.value, fact.node, when, fact.via)] : [])

export type EndpointType = 'EDGE' | 'REGIONAL' | 'PRIVATE'

/** Where the types of an API's endpoint stand: those of a SAM API are one text. */
const ENDPOINT_PATHS: Readonly<Record<string, readonly string[]>> = table({
  'AWS::ApiGateway::DomainName': ['EndpointConfiguration.Types.*'],
  'AWS::ApiGateway::RestApi': ['EndpointConfiguration.Types.*'],
  'AWS::Serverless::Api': ['EndpointConfiguration', 'EndpointConfiguration.Type'],
})

/** The endpoint types of a REST API or a domain as they are written; one that says nothing is EDGE. */
export function endpointTypesOf(api: Resource): Known<string>[] {
  const paths = ENDPOINT_PATHS[api.type]
  if (!paths) return []
  const written = paths.flatMap((path) => api.known(path, string))
  return [...written, ...api.absent('EndpointConfiguration').map(({ node, when }) => new Known('EDGE', node, when))]
}

/** When the endpoint of a REST API or a domain is of that type. */
export const endpointIs = (api: Resource, type: EndpointType): When[] =>
  endpointTypesOf(api).flatMap(({ value, when }) => (value.toUpperCase() === type ? [when] : []))

/** Whether a resource or anything that it waits for is one of these, whatever the conditions. */
export function waitsFor(template: Template, from: string): ReadonlySet<string> {
  let hops = hopsByTemplate.get(template)
  if (!hops) {
    hops = new Map()
    for (const edge of dependenciesOf(template)) hops.set(edge.from, [...(hops.get(edge.from) ?? []), edge.to])
    hopsByTemplate.set(template, hops)
  }
  const reached = new Set<string>()
  const left = [from]
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    for (const to of hops.get(id) ?? []) {
      if (reached.has(to)) continue
      reached.add(to)
      left.push(to)
    }
  }
  return reached
}
const hopsByTemplate = new WeakMap<Template, Map<string, string[]>>()

/** All of these at once. */
export const allOf = (...whens: readonly When[]): When => whens.reduce(both, ALWAYS)
