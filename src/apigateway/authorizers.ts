import type { Scalar } from '../source/tree.ts'
import type { Resource } from '../template/template.ts'
import type { Absent, Fact, Known, Properties, Type, Unknown } from '../values.ts'
import { bodiesOf } from './body.ts'
import { type ApiKind, kindsAround } from './parts.ts'

/** What rules call the settings of an authorizer, and what each place calls them. */
const NAMES = {
  rest: {
    type: 'Type',
    uri: 'AuthorizerUri',
    identity: 'IdentitySource',
    pools: 'ProviderARNs',
    ttl: 'AuthorizerResultTtlInSeconds',
    credentials: 'AuthorizerCredentials',
    jwt: '',
    format: '',
    simple: '',
  },
  v2: {
    type: 'AuthorizerType',
    uri: 'AuthorizerUri',
    identity: 'IdentitySource',
    pools: '',
    ttl: 'AuthorizerResultTtlInSeconds',
    credentials: 'AuthorizerCredentialsArn',
    jwt: 'JwtConfiguration',
    format: 'AuthorizerPayloadFormatVersion',
    simple: 'EnableSimpleResponses',
  },
  body: {
    type: 'type',
    uri: 'authorizerUri',
    identity: 'identitySource',
    pools: 'providerARNs',
    ttl: 'authorizerResultTtlInSeconds',
    credentials: 'authorizerCredentials',
    jwt: 'jwtConfiguration',
    format: 'authorizerPayloadFormatVersion',
    simple: 'enableSimpleResponses',
  },
} as const satisfies Record<string, Record<string, string>>

export type AuthorizerSetting = keyof (typeof NAMES)['rest']

/** The resources at which authorizers are written; those that SAM makes are of its own form. */
export const AUTHORIZER_TYPES = [
  'AWS::ApiGateway::Authorizer',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGatewayV2::Api',
  'AWS::Serverless::Api',
  'AWS::Serverless::HttpApi',
] as const

/** What decides who may call, as a resource of its own or in a security scheme of an OpenAPI definition. */
export class Authorizer {
  constructor(
    readonly properties: Properties,
    readonly place: keyof typeof NAMES,
    /** Of which kind of API; undefined where that is not known. */
    readonly kind: ApiKind | undefined,
    /** The security scheme that holds it. */
    readonly scheme: Scalar | undefined,
  ) {}

  /** What a setting is called where this authorizer is written; empty where there is no such setting. */
  name(setting: AuthorizerSetting): string {
    return NAMES[this.place][setting]
  }

  facts(setting: AuthorizerSetting): Fact[] {
    return this.name(setting) ? this.properties.facts(this.name(setting)) : []
  }

  known<T>(setting: AuthorizerSetting, type: Type<T>): Known<T>[] {
    return this.name(setting) ? this.properties.known(this.name(setting), type) : []
  }

  possible<T>(setting: AuthorizerSetting, type: Type<T>): (Known<T> | Absent | Unknown)[] {
    return this.name(setting) ? this.properties.possible(this.name(setting), type) : []
  }

  absent(setting: AuthorizerSetting): Absent[] {
    return this.name(setting) ? this.properties.absent(this.name(setting)) : []
  }
}

/** The authorizers that are written at a resource. */
export function authorizersOf(resource: Resource): Authorizer[] {
  if (resource.type === 'AWS::ApiGateway::Authorizer') return [new Authorizer(resource, 'rest', 'rest', undefined)]
  if (resource.type === 'AWS::ApiGatewayV2::Authorizer') {
    const kinds = kindsAround(resource)
    return kinds.length
      ? kinds.map(({ value, when }) => new Authorizer(resource.under(when), 'v2', value, undefined))
      : [new Authorizer(resource, 'v2', undefined, undefined)]
  }
  return bodiesOf(resource).flatMap((body) =>
    body.securitySchemes.flatMap(({ key, scheme }) =>
      scheme.items('x-amazon-apigateway-authorizer').map((properties) => new Authorizer(properties, 'body', body.kind, key)),
    ),
  )
}
