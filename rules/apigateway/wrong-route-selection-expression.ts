import { apiKindsOf, defineRule, jointly, string } from '#rule'

const HTTP_EXPRESSION = '$request.method $request.path'

export default defineRule({
  id: 'apigateway/wrong-route-selection-expression',
  title: 'WebSocket APIs need a RouteSelectionExpression, HTTP APIs a fixed one',
  severity: 'error',
  on: ['AWS::ApiGatewayV2::Api'],
  why: 'API Gateway rejects the API.',
  fix: 'Set $request.body.action, or what names the kind of a message, on a WebSocket API; leave it out on an HTTP API.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-api.html',
      fact: 'RouteSelectionExpression is required for WebSocket APIs; for HTTP APIs it is ${request.method} ${request.path}, which is the default.',
    },
  ],
  notes: ['001:649', '001:650', '001:655'],
  messages: {
    missing: 'A WebSocket API needs a RouteSelectionExpression, which is not set; use $request.body.action or the like.',
    fixed: 'RouteSelectionExpression is "{expression}", but an HTTP API selects by method and path only; remove it.',
  },
  check(api, { report }) {
    if (api.present('Body').length || api.present('BodyS3Location').length) return
    for (const kind of apiKindsOf(api)) {
      for (const expression of api.possible('RouteSelectionExpression', string)) {
        const when = jointly(kind.when, expression.when)
        if (!when) continue
        if (kind.value === 'websocket' && expression.state === 'absent') report({ node: kind.node, when }, 'missing')
        if (kind.value === 'http' && expression.state === 'known' && expression.value.replace(/[{}]/g, '') !== HTTP_EXPRESSION)
          report({ node: expression.node, when }, 'fixed', { expression: expression.value })
      }
    }
  },
})
