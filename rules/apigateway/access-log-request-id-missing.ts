import { defineRule, string, table } from '#rule'

const PATHS: Readonly<Record<string, string>> = table({
  'AWS::ApiGateway::Deployment': 'StageDescription.AccessLogSetting.Format',
  'AWS::ApiGateway::Stage': 'AccessLogSetting.Format',
  'AWS::Serverless::Api': 'AccessLogSetting.Format',
})

export default defineRule({
  id: 'apigateway/access-log-request-id-missing',
  title: 'An access log format must be one line that contains $context.requestId',
  severity: 'error',
  on: ['AWS::ApiGateway::Stage', 'AWS::ApiGateway::Deployment', 'AWS::Serverless::Api'],
  why: 'API Gateway rejects the stage.',
  fix: 'Write the format on one line and put $context.requestId or $context.extendedRequestId into it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-stage-accesslogsetting.html',
      fact: 'The format is a single line and contains at least $context.requestId.',
    },
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
      fact: 'An access log format has the request ID or the extended request ID.',
    },
  ],
  notes: ['000:572', '000:586'],
  messages: {
    id: 'The access log format has no request ID; add $context.requestId.',
    lines: 'The access log format has a line break; write it on one line.',
  },
  check(stage, { report }) {
    for (const format of stage.known(PATHS[stage.type] ?? '', string)) {
      if (!/\$context\.(requestId|extendedRequestId)\b/.test(format.value)) report(format, 'id')
      else if (/[\r\n]/.test(format.value.trimEnd())) report(format, 'lines')
    }
  },
})
