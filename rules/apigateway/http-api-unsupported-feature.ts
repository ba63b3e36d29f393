import { atKey, boolean, defineRule, kindsAround, string } from '#rule'

const ROUTE = ['RequestModels', 'RequestParameters', 'ModelSelectionExpression', 'RouteResponseSelectionExpression']

export default defineRule({
  id: 'apigateway/http-api-unsupported-feature',
  title: 'HTTP APIs have no keys, models, parameters, execution logs or route responses',
  severity: 'error',
  on: [
    'AWS::ApiGatewayV2::Route',
    'AWS::ApiGatewayV2::Stage',
    'AWS::ApiGatewayV2::Model',
    'AWS::ApiGatewayV2::IntegrationResponse',
    'AWS::ApiGatewayV2::RouteResponse',
  ],
  why: 'API Gateway rejects the resource: the feature belongs to WebSocket APIs.',
  fix: 'Remove it, or use a REST API.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-route.html',
      fact: 'Keys, models and request parameters of routes are supported for WebSocket APIs only.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigatewayv2-stage-routesettings.html',
      fact: 'Data tracing and the logging level are supported for WebSocket APIs only.',
    },
  ],
  notes: [
    '002:352',
    '002:1632',
    '002:1633',
    '002:1634',
    '002:1635',
    '002:1636',
    '002:1637',
    '002:1639',
    '002:1645',
    '002:1646',
    '002:1647',
    '002:1648',
    '002:1649',
    '002:2270',
  ],
  messages: {
    property: '{name} is for WebSocket APIs only, and this API is an HTTP API; remove it.',
    resource: 'A resource of type {type} is for WebSocket APIs only, and its API is an HTTP API; remove it.',
  },
  check(resource, { report }) {
    for (const kind of kindsAround(resource).filter(({ value }) => value === 'http')) {
      const of = resource.under(kind.when)
      if (resource.type === 'AWS::ApiGatewayV2::Route') {
        for (const key of of.known('ApiKeyRequired', boolean)) if (key.value) report(key, 'property', { name: 'ApiKeyRequired' })
        for (const name of ROUTE) for (const set of of.present(name)) report(atKey(set), 'property', { name })
      } else if (resource.type === 'AWS::ApiGatewayV2::Stage') {
        for (const path of ['DefaultRouteSettings', 'RouteSettings.*']) {
          for (const trace of of.known(`${path}.DataTraceEnabled`, boolean))
            if (trace.value) report(trace, 'property', { name: 'DataTraceEnabled' })
          for (const level of of.known(`${path}.LoggingLevel`, string))
            if (level.value !== 'OFF' && level.value !== 'false') report(level, 'property', { name: 'LoggingLevel' })
        }
      } else report({ node: resource.key, when: kind.when }, 'resource', { type: resource.type })
    }
  },
})
