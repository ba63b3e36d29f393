import { both, canHold, defineRule, integrationsOf, string } from '#rule'

const FORMATS: readonly (string | undefined)[] = ['1.0', '2.0', '1', '2']

export default defineRule({
  id: 'apigateway/unknown-payload-format',
  title: 'Payload format versions are 1.0 and 2.0, the latter for Lambda only',
  severity: 'error',
  on: ['AWS::ApiGatewayV2::Integration', 'AWS::ApiGatewayV2::Authorizer', 'AWS::ApiGatewayV2::Api', 'AWS::Serverless::HttpApi'],
  why: 'API Gateway rejects the integration or the authorizer.',
  fix: "Use '2.0' or '1.0' for functions, '1.0' for everything else.",
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-integration.html',
      fact: 'Functions get payload 1.0 or 2.0; all other integrations know 1.0 only.',
    },
  ],
  notes: ['002:312', '002:314', '002:315', '002:317', '002:320'],
  messages: {
    unknown: "{name} is \"{value}\"; it must be '1.0' or '2.0'.",
    lambda: "{name} is 2.0, which only functions get; use '1.0'.",
  },
  check(resource, { report }) {
    const isAuthorizer = resource.type.endsWith('::Authorizer')
    for (const format of isAuthorizer ? resource.known('AuthorizerPayloadFormatVersion', string) : [])
      if (!FORMATS.includes(format.value)) report(format, 'unknown', { name: 'AuthorizerPayloadFormatVersion', value: format.value })
    for (const integration of isAuthorizer ? [] : integrationsOf(resource)) {
      const name = integration.name('payloadFormat')
      for (const format of integration.known('payloadFormat', string)) {
        if (!FORMATS.includes(format.value)) {
          report(format, 'unknown', { name, value: format.value })
          continue
        }
        if (!format.value.startsWith('2')) continue
        for (const when of [...integration.whenType('HTTP_PROXY'), ...integration.present('subtype').map((fact) => fact.when)]) {
          const joint = both(format.when, when)
          if (canHold(joint)) report({ node: format.node, when: joint }, 'lambda', { name })
        }
      }
    }
  },
})
