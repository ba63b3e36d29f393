import { both, canHold, defineRule, INTEGRATION_TYPES, integrationsOf, string } from '#rule'
import { LAMBDA_PATH } from './_lambda.ts'

export default defineRule({
  id: 'apigateway/lambda-method-not-post',
  title: 'Lambda integrations must use IntegrationHttpMethod POST',
  severity: 'warning',
  on: INTEGRATION_TYPES,
  why: 'Lambda is called with POST whatever the caller uses: with another method the API is deployed and every call fails with status 500.',
  fix: 'Set the method of the integration to POST; the method of the API stays.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-method-integration.html',
      fact: 'For Lambda functions the method of the integration is POST.',
    },
  ],
  notes: ['000:590', '001:687', '002:296', '002:297', '002:334'],
  messages: { method: '{name} is {method}, but Lambda is always called with POST; use POST, whatever the method of the API.' },
  check(resource, { report }) {
    for (const integration of integrationsOf(resource)) {
      if (integration.kind !== 'rest') continue
      const calls = integration.forms('uri').filter(({ text }) => LAMBDA_PATH.test(text))
      for (const method of calls.length ? integration.known('method', string) : []) {
        if (method.value.toUpperCase() === 'POST') continue
        const call = calls.find(({ when }) => canHold(both(when, method.when)))
        const when = call && both(call.when, method.when)
        if (when) report({ node: method.node, when }, 'method', { name: integration.name('method'), method: method.value })
      }
    }
  },
})
