import { defineRule, jointly, kindsAround, string } from '#rule'

export default defineRule({
  id: 'apigateway/payload-format-missing',
  title: 'HTTP API Lambda integrations and authorizers need a payload format',
  severity: 'error',
  on: ['AWS::ApiGatewayV2::Integration', 'AWS::ApiGatewayV2::Authorizer'],
  why: 'API Gateway rejects the integration or the authorizer.',
  fix: "Set the format to '2.0', or to '1.0' for a function that expects the event of a REST API.",
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-integration.html',
      fact: 'PayloadFormatVersion is required for HTTP APIs.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-authorizer.html',
      fact: 'AuthorizerPayloadFormatVersion is required for Lambda authorizers of HTTP APIs.',
    },
  ],
  notes: ['001:681', '001:684', '001:685', '001:686', '001:687', '002:312', '002:314', '002:315', '002:317', '002:320'],
  messages: { missing: "{type} of an HTTP API needs {name}, which is not set; use '2.0' or '1.0'." },
  check(resource, { report }) {
    const [path, asked, name] = resource.type.endsWith('::Integration')
      ? (['IntegrationType', 'AWS_PROXY', 'PayloadFormatVersion'] as const)
      : (['AuthorizerType', 'REQUEST', 'AuthorizerPayloadFormatVersion'] as const)
    for (const kind of kindsAround(resource).filter(({ value }) => value === 'http')) {
      for (const type of resource.known(path, string).filter(({ value }) => value === asked)) {
        for (const absent of resource.absent(name)) {
          const when = jointly(kind.when, type.when, absent.when)
          if (when) report({ node: type.node, when }, 'missing', { type: asked, name })
        }
      }
    }
  },
})
