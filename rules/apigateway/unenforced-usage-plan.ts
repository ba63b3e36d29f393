import { boolean, defineRule, hasUnseenParts, targetsOf } from '#rule'
import { methodsOf } from './_policies.ts'

export default defineRule({
  id: 'apigateway/unenforced-usage-plan',
  title: 'A usage plan counts only methods that require an API key',
  severity: 'warning',
  on: ['AWS::ApiGateway::UsagePlan'],
  why: 'Methods without ApiKeyRequired take requests without a key, which no plan limits or counts.',
  fix: 'Set ApiKeyRequired to true on the methods that the plan is for.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
      fact: 'Usage plans apply to methods that require a key.',
    },
  ],
  notes: ['002:276', '002:413', '002:1632', '002:1659'],
  messages: { free: 'No method of {api} requires a key, so the plan limits nothing; set ApiKeyRequired to true.' },
  check(plan, { report }) {
    const { template } = plan
    if (hasUnseenParts(template, 'AWS::ApiGateway::Method')) return
    for (const stage of plan.items('ApiStages')) {
      for (const { resource: api, node, when } of targetsOf(template, stage, 'ApiId')) {
        if (api?.type !== 'AWS::ApiGateway::RestApi') continue
        const methods = methodsOf(api)
        const isFree = methods.every((method) =>
          method.possible('ApiKeyRequired', boolean).every((fact) => fact.state === 'absent' || (fact.state === 'known' && !fact.value)),
        )
        if (methods.length > 0 && isFree) report({ node, when }, 'free', { api: api.id })
      }
    }
  },
})
