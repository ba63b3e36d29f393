import { defineRule, kindsAround, string } from '#rule'

export default defineRule({
  id: 'apigateway/invalid-stage-name',
  title: 'Stage names have a fixed alphabet, and $default is for HTTP APIs',
  severity: 'error',
  on: [
    'AWS::ApiGateway::Stage',
    'AWS::ApiGateway::Deployment',
    'AWS::ApiGatewayV2::Stage',
    'AWS::Serverless::Api',
    'AWS::Serverless::WebSocketApi',
  ],
  why: 'API Gateway rejects the stage.',
  fix: 'Use letters, digits, hyphens and underscores, at most 128.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-stage.html',
      fact: 'A stage name has letters, digits, hyphens and underscores, at most 128.',
    },
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-stages.html',
      fact: 'An HTTP API can have a $default stage, which is served at the base of its URL.',
    },
  ],
  notes: ['000:560', '000:562', '002:306', '002:1640', '002:1641', '004:356'],
  messages: {
    invalid: 'StageName is "{name}"; it must be 1 to 128 letters, digits, hyphens and underscores.',
    default: 'StageName is "$default", which only HTTP APIs have; use another name.',
    reserved: 'StageName "test-invoke-stage" is reserved by API Gateway; use another name.',
  },
  check(stage, { report }) {
    const isV2 = stage.type === 'AWS::ApiGatewayV2::Stage'
    const mayBeHttp = isV2 && (kindsAround(stage).length === 0 || kindsAround(stage).some(({ value }) => value === 'http'))
    for (const name of stage.known('StageName', string)) {
      if (name.value === '$default') {
        if (!mayBeHttp) report(name, 'default')
      } else if (name.value === 'test-invoke-stage') report(name, 'reserved')
      else if (!/^[A-Za-z0-9_-]{1,128}$/.test(name.value)) report(name, 'invalid', { name: name.value })
    }
  },
})
