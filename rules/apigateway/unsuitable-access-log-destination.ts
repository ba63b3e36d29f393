import { defineRule, formsOf, leadsOf, nodesAt, string } from '#rule'

const FIREHOSE = 'AWS::KinesisFirehose::DeliveryStream'

export default defineRule({
  id: 'apigateway/unsuitable-access-log-destination',
  title: 'Access logs go to a log group or an amazon-apigateway- Firehose stream',
  severity: 'error',
  on: [
    'AWS::ApiGateway::Stage',
    'AWS::ApiGatewayV2::Stage',
    'AWS::Serverless::Api',
    'AWS::Serverless::HttpApi',
    'AWS::Serverless::WebSocketApi',
  ],
  why: 'API Gateway rejects the stage.',
  fix: 'Give the ARN of a log group, or of a Firehose stream whose name begins with amazon-apigateway-.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-stage-accesslogsetting.html',
      fact: 'The destination is the ARN of a log group or of a Firehose stream, whose name begins with amazon-apigateway-.',
    },
  ],
  notes: ['000:572', '000:586'],
  messages: {
    service: 'Access logs cannot go to "{arn}"; give the ARN of a log group or of a Firehose stream.',
    name: 'The Firehose stream is called "{name}"; for access logs its name must begin with amazon-apigateway-.',
  },
  check(stage, { report }) {
    const path = stage.type === 'AWS::ApiGateway::Stage' || stage.type === 'AWS::Serverless::Api' ? 'AccessLogSetting' : 'AccessLogSettings'
    for (const { node, when } of nodesAt(stage, `${path}.DestinationArn`)) {
      for (const form of formsOf(stage.template, node, when)) {
        const [, service, name] = /^arn:[^:]+:([a-z0-9-]+):[^:]*:[^:]*:(?:deliverystream\/)?(.*)$/.exec(form.text) ?? []
        if (service === undefined) continue
        if (service !== 'logs' && service !== 'firehose') report(form.place, 'service', { arn: form.text })
        else if (service === 'firehose' && form.isWhole && !name?.startsWith('amazon-apigateway-'))
          report(form.place, 'name', { name: name ?? '' })
      }
      for (const lead of leadsOf(stage.template, node, when)) {
        if (lead.resource.type !== FIREHOSE || lead.attribute !== 'Arn') continue
        for (const name of lead.resource.known('DeliveryStreamName', string))
          if (!name.value.startsWith('amazon-apigateway-')) report({ node: lead.node, when: lead.when }, 'name', { name: name.value })
      }
    }
  },
})
