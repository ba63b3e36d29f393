import { defineRule, number, table } from '#rule'

const PATHS: Readonly<Record<string, string>> = table({ 'AWS::ApiGateway::Deployment': 'DeploymentCanarySettings.PercentTraffic' })

export default defineRule({
  id: 'apigateway/canary-percent-as-fraction',
  title: 'PercentTraffic is a percentage, not a fraction',
  severity: 'warning',
  on: ['AWS::ApiGateway::Stage', 'AWS::ApiGateway::Deployment', 'AWS::Serverless::Api'],
  why: '0.1 is one request in a thousand, which the canary hardly shows.',
  fix: 'Write 10 for a tenth of the traffic.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-stage-canarysetting.html',
      fact: 'PercentTraffic is a percentage of the traffic, 0 to 100.',
    },
  ],
  notes: ['000:560', '004:356'],
  messages: { fraction: 'PercentTraffic is {value}, which is {value} percent; write {percent} if a part of the whole is meant.' },
  check(stage, { report }) {
    for (const percent of stage.known(PATHS[stage.type] ?? 'CanarySetting.PercentTraffic', number))
      if (percent.value > 0 && percent.value < 1)
        report(percent, 'fraction', { value: percent.value, percent: Math.round(percent.value * 10_000) / 100 })
  },
})
