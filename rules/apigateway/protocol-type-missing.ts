import { defineRule, jointly, string } from '#rule'

export default defineRule({
  id: 'apigateway/protocol-type-missing',
  title: 'An API without a body needs a name and a ProtocolType',
  severity: 'error',
  on: ['AWS::ApiGatewayV2::Api'],
  why: 'API Gateway rejects the API.',
  fix: 'Set Name, and ProtocolType to HTTP or WEBSOCKET.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-api.html',
      fact: 'Name and ProtocolType are required unless Body or BodyS3Location gives an OpenAPI definition; ProtocolType is HTTP or WEBSOCKET.',
    },
  ],
  notes: ['001:649', '001:650', '001:655'],
  messages: {
    missing: 'An API without a body needs {name}, which is not set.',
    unknown: 'ProtocolType is "{value}"; it must be HTTP or WEBSOCKET.',
  },
  check(api, { report }) {
    for (const type of api.known('ProtocolType', string))
      if (type.value !== 'HTTP' && type.value !== 'WEBSOCKET') report(type, 'unknown', { value: type.value })
    for (const body of api.absent('Body')) {
      for (const file of api.absent('BodyS3Location')) {
        for (const name of ['Name', 'ProtocolType']) {
          for (const absent of api.absent(name)) {
            const when = jointly(body.when, file.when, absent.when)
            if (when) report({ node: absent.node, when }, 'missing', { name })
          }
        }
      }
    }
  },
})
