import { both, canHold, defineRule, INTEGRATION_TYPES, integrationsOf } from '#rule'

export default defineRule({
  id: 'apigateway/integration-method-missing',
  title: 'Integrations other than MOCK need an IntegrationHttpMethod',
  severity: 'error',
  on: INTEGRATION_TYPES,
  why: 'API Gateway rejects the integration.',
  fix: 'Set the method with which the backend is called: POST for Lambda.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-method-integration.html',
      fact: 'IntegrationHttpMethod is needed for every type but MOCK.',
    },
  ],
  notes: ['000:590', '002:296', '002:297', '002:334'],
  messages: { missing: 'An integration of type {type} needs {name}, which is not set.' },
  check(resource, { report }) {
    for (const integration of integrationsOf(resource)) {
      if (integration.kind !== 'rest') continue
      for (const type of integration.types()) {
        if (!['AWS', 'AWS_PROXY', 'HTTP', 'HTTP_PROXY'].includes(type.value)) continue
        for (const absent of integration.absent('method')) {
          const when = both(type.when, absent.when)
          if (canHold(when)) report({ node: type.node, when }, 'missing', { type: type.value, name: integration.name('method') })
        }
      }
    }
  },
})
