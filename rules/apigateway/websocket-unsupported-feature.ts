import { all, defineRule, forbid, where } from '#rule'

export default defineRule({
  id: 'apigateway/websocket-unsupported-feature',
  title: 'WebSocket APIs have no CORS and no quick create',
  severity: 'error',
  on: ['AWS::ApiGatewayV2::Api'],
  why: 'API Gateway rejects the API.',
  fix: 'Remove the property; make routes and integrations of their own.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-api.html',
      fact: 'CorsConfiguration, Target, RouteKey and CredentialsArn are supported for HTTP APIs only.',
    },
  ],
  notes: ['001:649', '001:650', '001:655'],
  check: all(
    where(
      'ProtocolType',
      ['WEBSOCKET'],
      forbid('{name} is for HTTP APIs only; remove it.', 'CorsConfiguration', 'Target', 'RouteKey', 'CredentialsArn'),
    ),
  ),
})
