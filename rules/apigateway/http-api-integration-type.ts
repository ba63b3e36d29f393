import { atKey, defineRule, integrationsOf } from '#rule'

export default defineRule({
  id: 'apigateway/http-api-integration-type',
  title: 'HTTP APIs take only AWS_PROXY and HTTP_PROXY integrations',
  severity: 'error',
  on: ['AWS::ApiGatewayV2::Integration'],
  why: 'API Gateway rejects the integration.',
  fix: 'Use AWS_PROXY or HTTP_PROXY without templates, or a REST or WebSocket API.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-integration.html',
      fact: 'AWS, HTTP and MOCK, and RequestTemplates, are supported for WebSocket APIs only.',
    },
  ],
  notes: [
    '001:681',
    '001:684',
    '001:685',
    '001:686',
    '001:687',
    '002:332',
    '002:334',
    '002:335',
    '002:336',
    '002:337',
    '002:338',
    '002:1631',
  ],
  messages: {
    type: 'IntegrationType {type} is for WebSocket APIs; an HTTP API takes AWS_PROXY or HTTP_PROXY.',
    templates: 'RequestTemplates are for WebSocket APIs; an HTTP API passes requests through.',
  },
  check(resource, { report }) {
    for (const integration of integrationsOf(resource)) {
      if (integration.kind !== 'http') continue
      for (const type of integration.types()) if (['AWS', 'HTTP', 'MOCK'].includes(type.value)) report(type, 'type', { type: type.value })
      for (const templates of integration.present('requestTemplates')) {
        report(atKey(templates), 'templates')
      }
    }
  },
})
