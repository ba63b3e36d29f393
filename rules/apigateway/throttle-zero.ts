import { defineRule, number, table } from '#rule'
import { SETTINGS } from './_stages.ts'

const PLANS: Readonly<Record<string, readonly string[]>> = table({
  'AWS::ApiGateway::UsagePlan': ['Throttle', 'ApiStages.*.Throttle.*'],
  'AWS::Serverless::Api': ['Auth.UsagePlan.Throttle'],
})

export default defineRule({
  id: 'apigateway/throttle-zero',
  title: 'A throttle of 0 refuses every request',
  severity: 'warning',
  on: [
    'AWS::ApiGateway::Stage',
    'AWS::ApiGateway::UsagePlan',
    'AWS::ApiGatewayV2::Stage',
    'AWS::Serverless::Api',
    'AWS::Serverless::HttpApi',
  ],
  why: 'Every call is answered with status 429.',
  fix: 'Set the rate and the burst that you want to allow, or remove them for the limits of the account.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
      fact: 'Requests beyond the rate and the burst are answered with 429 Too Many Requests.',
    },
  ],
  notes: ['002:1656', '002:1657', '002:1658', '002:1659', '002:1660', '002:1661', '003:347', '003:350'],
  messages: { zero: '{name} is 0, so every request is refused; set what you want to allow, or remove it.' },
  check(resource, { report }) {
    const settings = (SETTINGS[resource.type] ?? []).flatMap((path) => [`${path}.ThrottlingRateLimit`, `${path}.ThrottlingBurstLimit`])
    const plans = (PLANS[resource.type] ?? []).flatMap((path) => [`${path}.RateLimit`, `${path}.BurstLimit`])
    for (const path of [...settings, ...plans])
      for (const limit of resource.known(path, number))
        if (limit.value === 0) report(limit, 'zero', { name: path.split('.').at(-1) ?? path })
  },
})
