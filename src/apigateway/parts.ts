import { table } from '../table.ts'
import { type Target, targetsOf } from '../template/targets.ts'
import type { Resource, Template } from '../template/template.ts'
import { both, canHold, Known, string, type When } from '../values.ts'

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
