import { atKey, both, canHold, defineRule } from '#rule'

export default defineRule({
  id: 'apigateway/subtype-without-credentials',
  title: 'An HTTP API service integration needs CredentialsArn',
  severity: 'warning',
  on: ['AWS::ApiGatewayV2::Integration'],
  why: 'API Gateway has no permission to call the service, and does not know what to send it.',
  fix: 'Set CredentialsArn to a role that may call the service, and RequestParameters to what the action needs.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services.html',
      fact: 'An integration with an AWS service has a role that API Gateway takes, and the parameters of the action.',
    },
  ],
  notes: ['002:337', '002:1736'],
  messages: { missing: 'An integration with IntegrationSubtype needs {name}, which is not set.' },
  check(integration, { report }) {
    for (const subtype of integration.present('IntegrationSubtype')) {
      for (const name of ['CredentialsArn', 'RequestParameters']) {
        for (const absent of integration.absent(name)) {
          const when = both(subtype.when, absent.when)
          if (canHold(when)) report(atKey(subtype, when), 'missing', { name })
        }
      }
    }
  },
})
