import { API_TYPES, closest, defineRule, integrationsOf, respell } from '#rule'

const TYPES = ['AWS', 'AWS_PROXY', 'HTTP', 'HTTP_PROXY', 'MOCK']

export default defineRule({
  id: 'apigateway/unknown-integration-type',
  title: 'Integration types are AWS, AWS_PROXY, HTTP, HTTP_PROXY and MOCK',
  severity: 'error',
  on: ['AWS::ApiGatewayV2::Integration', ...API_TYPES],
  fixes: 'safe',
  why: 'API Gateway rejects the integration.',
  fix: 'Use AWS_PROXY for a function, HTTP_PROXY for an address, AWS or HTTP where requests are mapped, MOCK for an answer without a backend.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html',
      fact: 'The type of an integration in a definition is aws, aws_proxy, http, http_proxy or mock.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-integration.html',
      fact: 'IntegrationType is AWS, AWS_PROXY, HTTP, HTTP_PROXY or MOCK.',
    },
  ],
  notes: [
    '000:590',
    '001:641',
    '001:681',
    '001:682',
    '001:683',
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
    unknown: '{name} is "{value}"; it must be AWS, AWS_PROXY, HTTP, HTTP_PROXY or MOCK.',
    misspelt: '{name} is "{value}"; did you mean {near}?',
  },
  check(resource, { report }) {
    for (const integration of integrationsOf(resource)) {
      const name = integration.name('type')
      for (const type of integration.types()) {
        if (TYPES.includes(type.value)) continue
        const near = closest(type.value, TYPES)
        if (near) report(type, 'misspelt', { name, value: type.value, near }, respell(type, TYPES))
        else report(type, 'unknown', { name, value: type.value })
      }
    }
  },
})
