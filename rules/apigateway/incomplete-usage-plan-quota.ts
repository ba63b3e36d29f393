import { all, defineRule, need, ofType, oneOf, range, within } from '#rule'

const QUOTA = all(
  need('A quota needs {name}, which is not set.', 'Limit', 'Period'),
  range('Limit', { min: 1 }),
  oneOf('Period', ['DAY', 'WEEK', 'MONTH']),
)

export default defineRule({
  id: 'apigateway/incomplete-usage-plan-quota',
  title: 'A usage plan quota needs a Limit and a Period of DAY, WEEK or MONTH',
  severity: 'error',
  on: ['AWS::ApiGateway::UsagePlan', 'AWS::Serverless::Api'],
  why: 'API Gateway rejects the usage plan.',
  fix: 'Set Limit to at least 1 and Period to DAY, WEEK or MONTH.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-usageplan-quotasettings.html',
      fact: 'A quota is a number of requests in a period: DAY, WEEK or MONTH.',
    },
  ],
  notes: ['002:276', '002:413', '002:1632', '002:1659', '004:350'],
  check: all(
    ofType('AWS::ApiGateway::UsagePlan', within('Quota', QUOTA)),
    ofType('AWS::Serverless::Api', within('Auth.UsagePlan.Quota', QUOTA)),
  ),
})
