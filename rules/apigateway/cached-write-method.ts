import { boolean, defineRule, string, together } from '#rule'

export default defineRule({
  id: 'apigateway/cached-write-method',
  title: 'Responses to writing methods should not be cached',
  severity: 'info',
  on: ['AWS::ApiGateway::Stage', 'AWS::Serverless::Api'],
  why: 'A repeated call is answered from the cache and writes nothing.',
  fix: 'Cache GET only.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html',
      fact: 'By default only GET is cached; other methods are where they are told to be.',
    },
  ],
  notes: ['001:636', '001:637', '001:664'],
  messages: { cached: 'Answers to {method} are cached, so a repeated call writes nothing; cache GET only.' },
  check(stage, { report }) {
    for (const setting of stage.items('MethodSettings')) {
      for (const [method, caching] of together(setting.known('HttpMethod', string), setting.known('CachingEnabled', boolean)))
        if (caching.value && ['POST', 'PUT', 'PATCH', 'DELETE'].includes(method.value)) report(method, 'cached', { method: method.value })
    }
  },
})
