import { defineRule, number } from '#rule'
import { httpCorsOf } from './_cors.ts'

export default defineRule({
  id: 'apigateway/cors-max-age-out-of-range',
  title: 'CORS MaxAge is -1 to 86400 seconds',
  severity: 'error',
  on: ['AWS::ApiGatewayV2::Api', 'AWS::Serverless::HttpApi'],
  why: 'API Gateway rejects the API.',
  fix: 'Use at most 86400, which is a day; browsers take no more anyway.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid.html',
      fact: 'maxAge is a number of seconds from -1 to 86400.',
    },
  ],
  notes: ['002:1620', '002:1621', '002:1626', '002:1988'],
  messages: { range: '{name} is {value} seconds; it must be -1 to 86400 seconds.' },
  check(api, { report }) {
    for (const { cors, name } of httpCorsOf(api))
      for (const age of cors.known(name('age'), number))
        if (age.value < -1 || age.value > 86_400) report(age, 'range', { name: name('age'), value: age.value })
  },
})
