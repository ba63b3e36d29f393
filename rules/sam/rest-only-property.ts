import { childOf, defineRule, table } from '#rule'

const REST_ONLY = [
  'BinaryMediaTypes',
  'CacheClusterEnabled',
  'CacheClusterSize',
  'CanarySetting',
  'Cors',
  'EndpointConfiguration',
  'GatewayResponses',
  'MethodSettings',
  'MinimumCompressionSize',
  'Models',
  'TracingEnabled',
  'Variables',
]
const AUTH_ONLY = ['ApiKeyRequired', 'ResourcePolicy', 'UsagePlan']
const COUNTERPARTS: Readonly<Record<string, string>> = table({
  Cors: 'CorsConfiguration',
  MethodSettings: 'RouteSettings',
  Variables: 'StageVariables',
})

export default defineRule({
  id: 'sam/rest-only-property',
  title: 'HTTP APIs lack this REST API property',
  severity: 'error',
  on: ['AWS::Serverless::HttpApi'],
  why: 'HTTP APIs have no API keys, caching, resource policies, models or X-Ray; the transform refuses the property.',
  fix: 'Remove the property, use its counterpart where the message names one, or make the API an AWS::Serverless::Api.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html',
      fact: 'Compares what the two kinds of API can do.',
    },
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-httpapi.html',
      fact: 'Lists the properties of an HTTP API.',
    },
  ],
  notes: ['001:22'],
  messages: {
    lacks: 'HTTP APIs have no {name}; remove it or use AWS::Serverless::Api.',
    counterpart: 'HTTP APIs have no {name}; use {other}.',
  },
  check(api, { report }) {
    const own = childOf(api.body, 'Properties') // Globals refuses them by itself
    for (const [holder, names] of [
      [own, REST_ONLY],
      [childOf(own, 'Auth'), AUTH_ONLY],
    ] as const) {
      for (const { key, value } of holder?.kind === 'mapping' ? holder.entries : []) {
        if (!names.includes(key.text)) continue
        const other = COUNTERPARTS[key.text]
        const place = { node: value, span: key.span, when: api.when }
        if (other) report(place, 'counterpart', { name: key.text, other })
        else report(place, 'lacks', { name: key.text })
      }
    }
  },
})
