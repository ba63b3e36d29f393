import { both, canHold, defineRule, INTEGRATION_TYPES, integrationsOf } from '#rule'

export default defineRule({
  id: 'apigateway/integration-uri-missing',
  title: 'Integrations other than MOCK need a URI',
  severity: 'error',
  on: INTEGRATION_TYPES,
  why: 'API Gateway rejects the integration: it does not know what to call.',
  fix: 'Set the URI of the backend.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-method-integration.html',
      fact: 'The URI says what is called; only a mock calls nothing.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-integration.html',
      fact: 'IntegrationUri says what is called, unless IntegrationSubtype names an action of a service.',
    },
  ],
  notes: ['000:590', '002:332', '002:334', '002:335', '002:336', '002:337', '002:338', '002:1631'],
  messages: { missing: 'An integration of type {type} needs {name}, which is not set.' },
  check(resource, { report }) {
    for (const integration of integrationsOf(resource)) {
      if (integration.facts('subtype').some(({ state }) => state !== 'absent')) continue
      for (const type of integration.types()) {
        if (!['AWS', 'AWS_PROXY', 'HTTP', 'HTTP_PROXY'].includes(type.value)) continue
        for (const absent of integration.absent('uri')) {
          const when = both(type.when, absent.when)
          if (canHold(when)) report({ node: type.node, when }, 'missing', { type: type.value, name: integration.name('uri') })
        }
      }
    }
  },
})
