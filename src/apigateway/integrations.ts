import type { Scalar } from '../source/tree.ts'
import { type Form, formsOf, isPartial } from '../template/forms.ts'
import { nodesAt } from '../template/targets.ts'
import type { Resource } from '../template/template.ts'
import { OPAQUE } from '../text.ts'
import { type Absent, both, canHold, type Fact, Known, type Properties, string, type Type, type Unknown, type When } from '../values.ts'
import { bodiesOf, type Operation } from './body.ts'
import { type ApiKind, apisOf, kindsAround } from './parts.ts'

/** What rules call the settings of an integration, and what each place calls them. */
const NAMES = {
  method: {
    type: 'Type',
    method: 'IntegrationHttpMethod',
    uri: 'Uri',
    timeout: 'TimeoutInMillis',
    credentials: 'Credentials',
    connectionId: 'ConnectionId',
    connectionType: 'ConnectionType',
    passthrough: 'PassthroughBehavior',
    requestTemplates: 'RequestTemplates',
    requestParameters: 'RequestParameters',
    responses: 'IntegrationResponses',
    cacheKeys: 'CacheKeyParameters',
    transferMode: 'ResponseTransferMode',
    subtype: '',
    payloadFormat: '',
  },
  v2: {
    type: 'IntegrationType',
    method: 'IntegrationMethod',
    uri: 'IntegrationUri',
    timeout: 'TimeoutInMillis',
    credentials: 'CredentialsArn',
    connectionId: 'ConnectionId',
    connectionType: 'ConnectionType',
    passthrough: 'PassthroughBehavior',
    requestTemplates: 'RequestTemplates',
    requestParameters: 'RequestParameters',
    responses: '',
    cacheKeys: '',
    transferMode: '',
    subtype: 'IntegrationSubtype',
    payloadFormat: 'PayloadFormatVersion',
  },
  body: {
    type: 'type',
    method: 'httpMethod',
    uri: 'uri',
    timeout: 'timeoutInMillis',
    credentials: 'credentials',
    connectionId: 'connectionId',
    connectionType: 'connectionType',
    passthrough: 'passthroughBehavior',
    requestTemplates: 'requestTemplates',
    requestParameters: 'requestParameters',
    responses: 'responses',
    cacheKeys: 'cacheKeyParameters',
    transferMode: 'responseTransferMode',
    subtype: 'integrationSubtype',
    payloadFormat: 'payloadFormatVersion',
  },
} as const satisfies Record<string, Record<string, string>>

export type Setting = keyof (typeof NAMES)['method']

/** The resources at which integrations are written. */
export const INTEGRATION_TYPES = [
  'AWS::ApiGateway::Method',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGatewayV2::Api',
  'AWS::Serverless::Api',
  'AWS::Serverless::HttpApi',
] as const

/** What a method or route calls, wherever it is written: at a method, as a resource of its own, or in an OpenAPI definition. */
export class Integration {
  constructor(
    /** The method, the integration, or the API with the definition. */
    readonly resource: Resource,
    readonly properties: Properties,
    readonly place: keyof typeof NAMES,
    /** REST, HTTP or WebSocket; undefined where that is not known. */
    readonly kind: ApiKind | undefined,
    /** The operation of the definition that it belongs to. */
    readonly operation: Operation | undefined,
  ) {}

  /** What a setting is called where this integration is written; empty where there is no such setting. */
  name(setting: Setting): string {
    return NAMES[this.place][setting]
  }

  facts(setting: Setting): Fact[] {
    return this.name(setting) ? this.properties.facts(this.name(setting)) : []
  }

  known<T>(setting: Setting, type: Type<T>): Known<T>[] {
    return this.name(setting) ? this.properties.known(this.name(setting), type) : []
  }

  absent(setting: Setting): Absent[] {
    return this.name(setting) ? this.properties.absent(this.name(setting)) : []
  }

  present(setting: Setting): (Known | Unknown)[] {
    return this.name(setting) ? this.properties.present(this.name(setting)) : []
  }

  /** Every form of a text that a setting can have, also of one that is known in part. */
  forms(setting: Setting): Form[] {
    const name = this.name(setting)
    return name ? formsIn(this.resource, this.properties, name, this.place === 'body') : []
  }

  /** Its types, upper-case: definitions take them in either case. */
  types(): Known<string>[] {
    return this.known('type', string).map((fact) => new Known(fact.value.toUpperCase(), fact.node, fact.when, fact.via))
  }

  /** When it is of one of these types. */
  whenType(...types: readonly string[]): When[] {
    return this.types().flatMap(({ value, when }) => (types.includes(value) ? [when] : []))
  }

  /** The same where, besides, something else holds. */
  under(when: When): Integration {
    return new Integration(this.resource, this.properties.under(when), this.place, this.kind, this.operation)
  }

  /** The key that stands for it in the definition. */
  get key(): Scalar | undefined {
    return this.operation?.key
  }
}

/**
 * Every form of a text that stands at an API or in its definition.
 * @param isBody in a definition, where API Gateway fills in `${AWS::Region}` and stage variables itself
 */
export const formsIn = (resource: Resource, of: Properties, name: string, isBody: boolean): Form[] =>
  nodesAt(of, name)
    .flatMap(({ node, when }) => formsOf(resource.template, node, when))
    .map((form) => {
      const text = isBody ? form.text.replace(/\$\{[^{}]*\}/g, OPAQUE) : form.text
      return { ...form, text, isWhole: form.isWhole && !isPartial(text) }
    })

/** The integrations that are written at a resource. */
export function integrationsOf(resource: Resource): Integration[] {
  if (resource.type === 'AWS::ApiGateway::Method')
    return resource.items('Integration').map((properties) => new Integration(resource, properties, 'method', 'rest', undefined))
  if (resource.type === 'AWS::ApiGatewayV2::Integration') {
    const kinds = kindsAround(resource)
    // Where the API is not known, nothing is told that depends on it.
    return kinds.length
      ? kinds.map(({ value, when }) => new Integration(resource, resource.under(when), 'v2', value, undefined))
      : [new Integration(resource, resource, 'v2', undefined, undefined)]
  }
  return bodiesOf(resource).flatMap((body) =>
    body.operations.flatMap((operation) =>
      operation.integrations.map((properties) => new Integration(resource, properties, 'body', body.kind, operation)),
    ),
  )
}

/** The API of an integration, in each case of conditions. */
export function apiOfIntegration({ resource, properties }: Integration): { api: Resource; when: When }[] {
  if (bodiesOf(resource).length) return [{ api: resource, when: properties.when }]
  return apisOf(resource).flatMap((target) => {
    const when = both(properties.when, target.when)
    return target.resource && canHold(when) ? [{ api: target.resource, when }] : []
  })
}
