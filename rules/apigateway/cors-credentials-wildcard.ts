import { boolean, defineRule, string, together } from '#rule'
import { httpCorsOf } from './_cors.ts'

export default defineRule({
  id: 'apigateway/cors-credentials-wildcard',
  title: 'CORS credentials cannot be combined with the origin *',
  severity: 'error',
  on: ['AWS::ApiGatewayV2::Api', 'AWS::Serverless::HttpApi'],
  why: 'API Gateway rejects the API, because browsers refuse credentials for every origin.',
  fix: 'Name the origins, or do not allow credentials.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html',
      fact: 'With allowCredentials the origin cannot be *.',
    },
  ],
  notes: ['002:1620', '002:1621', '002:1626', '002:1988', '004:342'],
  messages: { wildcard: 'The origin * cannot be allowed with credentials; name the origins, or do not allow credentials.' },
  check(api, { report }) {
    for (const { cors, name } of httpCorsOf(api)) {
      const origins = cors.known(`${name('origins')}.*`, string).filter(({ value }) => value === '*')
      for (const [origin, credentials] of together(origins, cors.known(name('credentials'), boolean)))
        if (credentials.value) report(origin, 'wildcard')
    }
  },
})
