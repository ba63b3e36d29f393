import { defineRule, type PartOf } from '#rule'

export default defineRule({
  id: 'apigateway/usage-plan-without-stages',
  title: 'A usage plan should name at least one API stage',
  severity: 'warning',
  on: ['AWS::ApiGateway::UsagePlan'],
  why: 'A plan without stages limits nothing, and its keys open nothing.',
  fix: 'Name the API and the stage in ApiStages.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
      fact: 'A usage plan gives keys access to the stages that it names.',
    },
  ],
  notes: [
    '000:580',
    '000:582',
    '001:638',
    '001:677',
    '001:678',
    '001:679',
    '001:680',
    '002:276',
    '002:413',
    '002:1632',
    '002:1659',
    '003:346',
    '004:350',
  ],
  messages: { none: 'The usage plan has no ApiStages, so it limits nothing and its keys open nothing; name a stage.' },
  check(plan, { report }) {
    const { template } = plan
    if (template.isOpen('Resources')) return
    // What uses the plan from elsewhere may add stages.
    const isShown = template.references
      .usesOf(['Ref', 'GetAtt', 'Sub'])
      .some(({ name, owner }) => name === plan.id && template.resources.get(owner)?.type !== 'AWS::ApiGateway::UsagePlanKey')
    if (isShown) return
    const places: PartOf[] = [
      ...plan.absent('ApiStages').map(({ when }) => ({ node: plan.key, when })),
      ...plan.counts('ApiStages').flatMap(({ node, most }) => (most.count === 0 ? [{ node, when: most.when }] : [])),
    ]
    for (const place of places) report(place, 'none')
  },
})
