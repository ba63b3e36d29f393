import { API_TYPES, closest, defineRule, integrationsOf, respell, string } from '#rule'

const BEHAVIORS = ['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER']

export default defineRule({
  id: 'apigateway/unknown-passthrough-behavior',
  title: 'Passthrough is WHEN_NO_MATCH, WHEN_NO_TEMPLATES or NEVER',
  severity: 'error',
  on: ['AWS::ApiGatewayV2::Integration', ...API_TYPES],
  fixes: 'safe',
  why: 'API Gateway rejects the integration.',
  fix: 'Use one of the three.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html',
      fact: 'passthroughBehavior is when_no_templates, when_no_match or never.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-integration.html',
      fact: 'PassthroughBehavior is WHEN_NO_MATCH, WHEN_NO_TEMPLATES or NEVER.',
    },
  ],
  messages: {
    unknown: '{name} is "{value}"; it must be WHEN_NO_MATCH, WHEN_NO_TEMPLATES or NEVER.',
    misspelt: '{name} is "{value}"; did you mean {near}?',
  },
  check(resource, { report }) {
    for (const integration of integrationsOf(resource)) {
      const name = integration.name('passthrough')
      for (const fact of integration.known('passthrough', string)) {
        const value = integration.place === 'body' ? fact.value.toUpperCase() : fact.value
        if (BEHAVIORS.includes(value)) continue
        const near = closest(fact.value, BEHAVIORS)
        if (near) report(fact, 'misspelt', { name, value: fact.value, near }, respell(fact, BEHAVIORS))
        else report(fact, 'unknown', { name, value: fact.value })
      }
    }
  },
})
