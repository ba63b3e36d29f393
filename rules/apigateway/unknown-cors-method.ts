import { closest, defineRule, respell, string } from '#rule'
import { httpCorsOf } from './_cors.ts'

const METHODS = ['*', 'DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT']

export default defineRule({
  id: 'apigateway/unknown-cors-method',
  title: 'CORS methods are *, DELETE, GET, HEAD, OPTIONS, PATCH, POST and PUT',
  severity: 'warning',
  on: ['AWS::ApiGatewayV2::Api', 'AWS::Serverless::HttpApi'],
  fixes: 'safe',
  why: 'Browsers compare methods as they are written: another one allows nothing.',
  fix: 'Write methods in capitals, or * for all of them.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html',
      fact: 'Allowed methods are *, GET, POST, PUT, PATCH, DELETE, OPTIONS and HEAD.',
    },
  ],
  messages: {
    unknown: 'The method "{method}" allows nothing; use *, DELETE, GET, HEAD, OPTIONS, PATCH, POST or PUT.',
    misspelt: 'The method "{method}" allows nothing; did you mean {near}?',
  },
  check(api, { report }) {
    for (const { cors, name } of httpCorsOf(api)) {
      for (const method of cors.known(`${name('methods')}.*`, string)) {
        if (METHODS.includes(method.value)) continue
        const near = closest(method.value, METHODS)
        if (near) report(method, 'misspelt', { method: method.value, near }, respell(method, METHODS))
        else report(method, 'unknown', { method: method.value })
      }
    }
  },
})
