import { bodiesOf, callOf, childOf, defineRule, type Node, partsOf, type Resource, string } from '#rule'
import { allowsOrigin } from './_cors-headers.ts'

const TYPES = ['DEFAULT_4XX', 'DEFAULT_5XX']

export default defineRule({
  id: 'apigateway/gateway-response-without-cors',
  title: 'Error responses of a CORS API should carry the allow-origin header',
  severity: 'info',
  on: ['AWS::Serverless::Api', 'AWS::ApiGateway::RestApi'],
  why: 'Errors that API Gateway makes itself lack the header otherwise, so browsers hide status and message from the page.',
  fix: 'Set Access-Control-Allow-Origin in the gateway responses DEFAULT_4XX and DEFAULT_5XX.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html',
      fact: 'Gateway responses are what API Gateway answers with by itself; their headers can be set.',
    },
  ],
  notes: ['002:2265'],
  messages: { hidden: 'Errors of API Gateway itself carry no CORS headers; set Access-Control-Allow-Origin in {types}.' },
  check(api, { report }) {
    const isSam = api.type === 'AWS::Serverless::Api'
    const cors = isSam ? api.present('Cors')[0] : undefined
    const preflight = isSam
      ? undefined
      : partsOf(api.template, api.id, 'AWS::ApiGateway::Method').find(
          ({ resource }) => resource.known('HttpMethod', string).some(({ value }) => value === 'OPTIONS') && allowsOrigin(resource),
        )
    const when = cors?.when ?? preflight?.when
    if (!when || api.isOpen || (isSam && api.facts('GatewayResponses').some(({ state }) => state === 'unknown'))) return
    const missing = TYPES.filter((type) => !setsOrigin(api, type))
    if (missing.length > 0) report({ node: cors?.node.key ?? api.key, when }, 'hidden', { types: missing.join(' and ') })
  },
})

function setsOrigin(api: Resource, type: string): boolean {
  const responses = partsOf(api.template, api.id, 'AWS::ApiGateway::GatewayResponse').filter(({ resource }) =>
    resource.facts('ResponseType').some((fact) => fact.state === 'unknown' || (fact.state === 'known' && string.read(fact.value) === type)),
  )
  const nodes: (Node | undefined)[] = [
    ...responses.map(({ resource }) => childOf(resource.node, 'ResponseParameters')),
    childOf(childOf(childOf(childOf(api.node, 'GatewayResponses'), type), 'ResponseParameters'), 'Headers'),
    ...bodiesOf(api).map((body) =>
      childOf(childOf(childOf(body.node, 'x-amazon-apigateway-gateway-responses'), type), 'responseParameters'),
    ),
  ]
  return nodes.some(
    (node) =>
      callOf(node) !== undefined ||
      (node?.kind === 'mapping' && node.entries.some(({ key }) => /access-control-allow-origin$/i.test(key.text))),
  )
}
