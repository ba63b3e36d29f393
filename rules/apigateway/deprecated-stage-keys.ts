import { atKey, defineRule } from '#rule'

export default defineRule({
  id: 'apigateway/deprecated-stage-keys',
  title: 'ApiKey.StageKeys is superseded by usage plans',
  severity: 'info',
  on: ['AWS::ApiGateway::ApiKey'],
  why: 'Where usage plans are in use, stages named here count for nothing.',
  fix: 'Add a usage plan with the stage and put the key into it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/api/API_CreateApiKey.html',
      fact: 'The stage keys of a key are deprecated in favour of usage plans.',
    },
  ],
  notes: ['001:638', '001:677', '001:678', '001:679', '001:680'],
  messages: {
    deprecated: 'StageKeys are superseded by usage plans; add an AWS::ApiGateway::UsagePlan with the stage and put the key into it.',
  },
  check(key, { report }) {
    for (const stages of key.present('StageKeys')) {
      if (stages.state !== 'known' || stages.value.kind !== 'sequence' || stages.value.items.length === 0) continue
      report(atKey(stages), 'deprecated')
    }
  },
})
