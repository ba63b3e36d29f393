import { defineRule, string } from '#rule'
import { httpCorsOf } from './_cors.ts'

export default defineRule({
  id: 'apigateway/malformed-cors-origin',
  title: 'A CORS origin is * or scheme://host without a path',
  severity: 'warning',
  on: ['AWS::ApiGatewayV2::Api', 'AWS::Serverless::HttpApi'],
  why: 'Browsers send scheme, host and port and nothing else: the origin never matches, or API Gateway rejects it.',
  fix: 'Write https://app.example.com, without a slash at the end.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html',
      fact: 'Allowed origins are *, https://*, http://* or an origin with its scheme.',
    },
    {
      url: 'https://fetch.spec.whatwg.org/#origin-header',
      fact: 'The Origin header has scheme, host and port.',
    },
  ],
  notes: ['002:1620', '002:1621', '002:1626', '002:1988'],
  messages: { malformed: 'The origin "{origin}" never matches; write a scheme and a host only, as https://app.example.com.' },
  check(api, { report }) {
    for (const { cors, name } of httpCorsOf(api)) {
      for (const origin of cors.known(`${name('origins')}.*`, string))
        if (origin.value !== '*' && origin.value !== 'null' && !/^[a-z][a-z0-9+.-]*:\/\/[^/\s]+$/i.test(origin.value))
          report(origin, 'malformed', { origin: origin.value })
    }
  },
})
