import { defineRule, formsOf, nodesAt, table } from '#rule'

const PATHS: Readonly<Record<string, string>> = table({
  'AWS::ApiGateway::Stage': 'AccessLogSetting.Format',
  'AWS::ApiGatewayV2::Stage': 'AccessLogSettings.Format',
  'AWS::Serverless::Api': 'AccessLogSetting.Format',
  'AWS::Serverless::HttpApi': 'AccessLogSettings.Format',
  'AWS::Serverless::WebSocketApi': 'AccessLogSettings.Format',
})

export default defineRule({
  id: 'apigateway/access-log-non-context-variable',
  title: 'Access log formats may only use $context variables',
  severity: 'warning',
  on: [
    'AWS::ApiGateway::Stage',
    'AWS::ApiGatewayV2::Stage',
    'AWS::Serverless::Api',
    'AWS::Serverless::HttpApi',
    'AWS::Serverless::WebSocketApi',
  ],
  why: 'Access logs know the $context variables only; anything else is rejected or written as it stands.',
  fix: 'Use the $context variable that holds the value.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html',
      fact: 'Access log formats take $context variables; $input and other variables are not supported there.',
    },
  ],
  notes: ['000:572', '000:586'],
  messages: { foreign: 'Access logs do not know {variable}; use a $context variable or leave it out.' },
  check(stage, { report }) {
    for (const { node, when } of nodesAt(stage, PATHS[stage.type] ?? 'AccessLogSettings.Format')) {
      for (const form of formsOf(stage.template, node, when)) {
        for (const variable of new Set(form.text.match(/\$(input|stageVariables|util|method)\b/g)))
          report(form.place, 'foreign', { variable })
      }
    }
  },
})
