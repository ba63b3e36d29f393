import { API_TYPES, bodiesOf, boolean, defineRule } from '#rule'

export default defineRule({
  id: 'apigateway/integration-missing',
  title: 'Every operation of a REST definition needs an integration',
  severity: 'error',
  on: API_TYPES,
  why: 'The definition is taken, but the deployment fails with "No integration defined for method".',
  fix: 'Add x-amazon-apigateway-integration to the operation; events of functions add none to a definition of your own.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html',
      fact: 'The extension of an operation says which backend it calls.',
    },
    {
      url: 'https://github.com/aws/serverless-application-model/issues/5',
      fact: 'Nothing puts integrations into a REST definition that is given, and the deployment fails without them.',
    },
  ],
  messages: { missing: '{method} {path} has no x-amazon-apigateway-integration; add one, without it the deployment fails.' },
  check(api, { report }) {
    const isMerged =
      api.type === 'AWS::Serverless::Api' &&
      api
        .facts('MergeDefinitions')
        .some((fact) => fact.state === 'unknown' || (fact.state === 'known' && boolean.read(fact.value) !== false))
    if (isMerged || (api.type === 'AWS::ApiGateway::RestApi' && api.present('Mode').length > 0)) return
    for (const body of bodiesOf(api)) {
      if (body.kind !== 'rest') continue
      for (const operation of body.operations) {
        if (operation.isOpen || operation.owner.isOpen) continue
        const { key } = operation
        for (const absent of operation.absent('x-amazon-apigateway-integration'))
          report({ node: key, when: absent.when }, 'missing', { method: operation.method, path: operation.owner.text })
      }
    }
  },
})
