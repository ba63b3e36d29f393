/** What belongs to an API, what its definition says, and its integrations wherever they are written. */
import { describe, expect, test } from 'vitest'
import { authorizersOf } from '../../src/apigateway/authorizers.ts'
import { type ApiBody, bodiesOf } from '../../src/apigateway/body.ts'
import { apiOfIntegration, integrationsOf } from '../../src/apigateway/integrations.ts'
import { apisOf, endpointTypesOf, hasUnseenParts, kindsAround, partsOf } from '../../src/apigateway/parts.ts'
import { parseSource } from '../../src/source/source.ts'
import type { Mapping } from '../../src/source/tree.ts'
import { waitsFor } from '../../src/template/dependencies.ts'
import { differ, targetsOf } from '../../src/template/targets.ts'
import { type Resource, Template } from '../../src/template/template.ts'
import { number } from '../../src/values.ts'

function template(resources: string, kind: 'cloudformation' | 'sam' = 'cloudformation'): Template {
  const head = 'Parameters:\n  Name: {Type: String}\nConditions:\n  IsProd: !Equals [!Ref Name, prod]\nResources:\n'
  const source = parseSource(head + resources, 'a.yaml')
  return new Template(source, source.root as Mapping, kind)
}
const resource = (of: Template, id: string): Resource => of.resources.get(id) as Resource

const APIS = `
  Shop: {Type: 'AWS::ApiGateway::RestApi'}
  Other: {Type: 'AWS::ApiGateway::RestApi', Properties: {EndpointConfiguration: {Types: [PRIVATE]}}}
  Web: {Type: 'AWS::ApiGatewayV2::Api', Properties: {ProtocolType: WEBSOCKET}}
`

describe('parts', () => {
  const of = template(`${APIS}
  A: {Type: 'AWS::ApiGateway::Method', Properties: {RestApiId: !Ref Shop, ResourceId: !GetAtt Shop.RootResourceId}}
  B: {Type: 'AWS::ApiGateway::Method', DependsOn: A, Properties: {RestApiId: !GetAtt Other.RestApiId}}
  C: {Type: 'AWS::ApiGateway::Method', Properties: {RestApiId: !If [IsProd, !Ref Shop, !Ref Other]}}
  D: {Type: 'AWS::ApiGateway::Stage', DependsOn: B, Properties: {RestApiId: !Ref Name}}
  E: {Type: 'AWS::ApiGateway::Deployment', Properties: {RestApiId: !Ref Name}}
  R: {Type: 'AWS::ApiGatewayV2::Route', Properties: {ApiId: !Ref Web}}
`)
  test('of an API, under their conditions', () => {
    const found = partsOf(of, 'Shop', 'AWS::ApiGateway::Method').map((part) => [part.resource.id, ...part.when.because])
    expect(found).toEqual([['A'], ['C', 'IsProd is true']])
  })
  test('that do not say of which API they are', () => {
    expect(hasUnseenParts(of, 'AWS::ApiGateway::Method')).toBe(false)
    expect(hasUnseenParts(of, 'AWS::ApiGateway::Stage')).toBe(true)
  })
  test('the same parameter is the same API, two resources are two', () => {
    const api = (id: string) => apisOf(resource(of, id))[0] as ReturnType<typeof apisOf>[0]
    expect(api('D').key).toBe(api('E').key)
    expect(differ(api('A'), api('B'))).toBe(true)
    expect(differ(api('A'), api('D'))).toBe(false)
    expect(targetsOf(of, resource(of, 'A'), 'ResourceId')[0]?.key).toBe('Shop')
  })
  test('the kind of the API', () => {
    expect(kindsAround(resource(of, 'R')).map(({ value }) => value)).toEqual(['websocket'])
    expect(kindsAround(resource(of, 'D'))).toEqual([])
  })
  test('what is waited for, over others too', () => {
    expect([...waitsFor(of, 'D')].sort()).toEqual(['A', 'B', 'Other', 'Shop'])
  })
  test('the type of the endpoint, EDGE where nothing is said', () => {
    expect(['Shop', 'Other'].map((id) => endpointTypesOf(resource(of, id))[0]?.value)).toEqual(['EDGE', 'PRIVATE'])
  })
})

const DEFINITION = {
  openapi: '3.0.1',
  paths: {
    '/items/{id}/{rest+}': {
      get: { 'x-amazon-apigateway-integration': { $ref: '#/components/x-amazon-apigateway-integrations/shared' } },
      'x-amazon-apigateway-any-method': { 'x-amazon-apigateway-integration': { type: 'http_proxy', timeoutInMillis: 5 } },
      trace: {},
    },
    '/elsewhere': { $ref: 'other.yaml' },
  },
  components: {
    'x-amazon-apigateway-integrations': { shared: { type: 'AWS_PROXY', uri: 'arn:aws:lambda:::x' } },
    securitySchemes: { caller: { 'x-amazon-apigateway-authorizer': { type: 'request' } } },
  },
}
const asObject = (type: string) => `  Api: {Type: '${type}', Properties: {Body: ${JSON.stringify(DEFINITION)}}}\n`
const asText = (type: string) =>
  `  Api:\n    Type: ${type}\n    Properties:\n      Body: !Sub |\n        ${JSON.stringify(DEFINITION).replace('"3.0.1"', '"3.0.1","x":"${Name}"')}\n`

describe.each([
  ['an object', asObject],
  ['text', asText],
])('a definition as %s', (_, write) => {
  const api = resource(template(write('AWS::ApiGateway::RestApi')), 'Api')
  const body = bodiesOf(api)[0] as ApiBody
  test('its version, paths and operations', () => {
    expect([body.version, body.kind, body.isComplete]).toEqual([3, 'rest', true])
    expect(body.paths.map((path) => [path.text, path.parameters])).toEqual([['/items/{id}/{rest+}', ['id', 'rest']]])
    expect(body.operations.map(({ method }) => method)).toEqual(['GET', 'ANY'])
    expect(body.securitySchemes.map(({ key }) => key.text)).toEqual(['caller'])
  })
  test('its integrations, references followed', () => {
    const integrations = integrationsOf(api)
    expect(integrations.map((one) => one.types().map(({ value }) => value))).toEqual([['AWS_PROXY'], ['HTTP_PROXY']])
    expect(integrations[1]?.known('timeout', number)[0]?.value).toBe(5)
    expect(integrations.flatMap(apiOfIntegration).map((one) => one.api.id)).toEqual(['Api', 'Api'])
  })
  test('its authorizers', () => {
    expect(authorizersOf(api).map((one) => [one.place, one.kind, one.scheme?.text, one.name('uri')])).toEqual([
      ['body', 'rest', 'caller', 'authorizerUri'],
    ])
  })
})

test('a definition from elsewhere is none', () => {
  const of = template(`  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Body: {'Fn::Transform': {Name: 'AWS::Include', Parameters: {Location: 's3://a/b'}}}
  Open:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Body:
        openapi: 3.0.1
        paths: {'Fn::Transform': {Name: 'AWS::Include', Parameters: {Location: 's3://a/b'}}}
`)
  expect(bodiesOf(resource(of, 'Api'))).toEqual([])
  expect(bodiesOf(resource(of, 'Open')).map(({ isComplete }) => isComplete)).toEqual([false])
})

test('an integration of its own says what it is of', () => {
  const of = template(`${APIS}
  I: {Type: 'AWS::ApiGatewayV2::Integration', Properties: {ApiId: !Ref Web, IntegrationType: HTTP}}
  M: {Type: 'AWS::ApiGateway::Method', Properties: {RestApiId: !Ref Other, Integration: {Type: MOCK}}}
`)
  const [integration, method] = ['I', 'M'].flatMap((id) => integrationsOf(resource(of, id)))
  expect([integration?.place, integration?.kind, integration?.name('responses')]).toEqual(['v2', 'websocket', ''])
  expect([method?.place, method?.kind, method?.name('responses')]).toEqual(['method', 'rest', 'IntegrationResponses'])
  expect(method && apiOfIntegration(method).map(({ api }) => api.id)).toEqual(['Other'])
})
