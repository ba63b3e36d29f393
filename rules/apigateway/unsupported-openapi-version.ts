import { atKey, bodiesOf, both, canHold, defineRule } from '#rule'

export default defineRule({
  id: 'apigateway/unsupported-openapi-version',
  title: 'A definition is Swagger 2.0 or OpenAPI 3.0, for HTTP APIs OpenAPI 3.0 only',
  severity: 'error',
  on: ['AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api'],
  why: 'API Gateway cannot read the definition and rejects the API.',
  fix: 'Begin the definition with openapi: 3.0.1, or for a REST API with swagger: "2.0".',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-import-api.html',
      fact: 'REST APIs are imported from OpenAPI 2.0 and 3.0.',
    },
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-open-api.html',
      fact: 'HTTP APIs are imported from OpenAPI 3.0.',
    },
  ],
  messages: {
    http: 'An HTTP API takes no Swagger 2.0; convert the definition to openapi: 3.0.1.',
    missing: 'The definition has neither openapi nor swagger; begin it with openapi: 3.0.1.',
  },
  check(api, { report }) {
    for (const body of bodiesOf(api)) {
      if (body.isOpen) continue
      for (const swagger of body.kind === 'http' ? body.present('swagger') : []) report(atKey(swagger), 'http')
      for (const openapi of body.absent('openapi')) {
        for (const swagger of body.absent('swagger')) {
          const when = both(openapi.when, swagger.when)
          if (canHold(when)) report({ node: body.node, when }, 'missing')
        }
      }
    }
  },
})
