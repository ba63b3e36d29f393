import { defineRule, targetsOf } from '#rule'

export default defineRule({
  id: 'apigateway/orphan-api-key',
  title: 'An API key should be linked to a usage plan',
  severity: 'warning',
  on: ['AWS::ApiGateway::ApiKey'],
  why: 'A key opens nothing until a usage plan has it.',
  fix: 'Add an AWS::ApiGateway::UsagePlanKey that names the key and the plan.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
      fact: 'Keys give access through the usage plans that they are added to.',
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
  messages: { orphan: 'No usage plan has this key, so it opens nothing; add an AWS::ApiGateway::UsagePlanKey with it.' },
  check(key, { report }) {
    const { template } = key
    if (template.isOpen('Resources') || key.present('StageKeys').length > 0) return
    const isUsed = template.references.usesOf(['Ref', 'GetAtt', 'Sub']).some(({ name }) => name === key.id)
    const mayHave = template
      .resourcesOf('AWS::ApiGateway::UsagePlanKey')
      .some((one) => targetsOf(template, one, 'KeyId').some(({ resource }) => !resource))
    if (!isUsed && !mayHave) report({ node: key.key, when: key.when }, 'orphan')
  },
})
