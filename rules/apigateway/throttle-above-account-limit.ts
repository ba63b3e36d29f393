import { defineRule, number } from '#rule'
import { SETTINGS } from './_stages.ts'

const RATE = 10_000
const BURST = 5000

export default defineRule({
  id: 'apigateway/throttle-above-account-limit',
  title: 'Throttles above the account default never take effect',
  severity: 'info',
  on: ['AWS::ApiGateway::Stage', 'AWS::ApiGateway::UsagePlan', 'AWS::ApiGatewayV2::Stage'],
  why: 'The throttle of the account, unless it was raised, refuses requests before this one does.',
  fix: 'Make sure that the quota of the account is as high, or lower the throttle.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html',
      fact: 'An account has 10,000 requests a second and a burst of 5,000 in a Region by default; both can be raised.',
    },
  ],
  notes: ['002:1656', '002:1657', '002:1658', '002:1659', '002:1660', '002:1661', '003:347', '003:350'],
  messages: { above: '{name} is {value}, but the account has {limit} by default; make sure that the quota was raised.' },
  check(resource, { report }) {
    const isPlan = resource.type === 'AWS::ApiGateway::UsagePlan'
    const paths = isPlan ? ['Throttle', 'ApiStages.*.Throttle.*'] : (SETTINGS[resource.type] ?? [])
    const prefix = isPlan ? '' : 'Throttling'
    for (const path of paths) {
      for (const [name, limit] of [
        [`${prefix}RateLimit`, RATE],
        [`${prefix}BurstLimit`, BURST],
      ] as const) {
        for (const fact of resource.known(`${path}.${name}`, number))
          if (fact.value > limit) report(fact, 'above', { name, value: fact.value, limit })
      }
    }
  },
})
