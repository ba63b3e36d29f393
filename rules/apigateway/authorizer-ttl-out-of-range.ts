import { all, defineRule, ofType, range } from '#rule'

const LIMITS = { min: 0, max: 3600, unit: 'seconds' }
const CLOUDFORMATION = range('AuthorizerResultTtlInSeconds', LIMITS)

export default defineRule({
  id: 'apigateway/authorizer-ttl-out-of-range',
  title: 'Authorizer results can be cached for 0 to 3600 seconds',
  severity: 'error',
  on: ['AWS::ApiGateway::Authorizer', 'AWS::ApiGatewayV2::Authorizer', 'AWS::Serverless::Api', 'AWS::Serverless::HttpApi'],
  why: 'API Gateway rejects the authorizer.',
  fix: 'Use 0 to 3600; 0 switches caching off.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-authorizer.html',
      fact: 'The time to live of cached results is 0 to 3600 seconds, 300 by default.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-authorizer.html',
      fact: 'The longest time to live is 3600 seconds; 0 switches caching off.',
    },
  ],
  notes: [
    '000:568',
    '001:647',
    '001:648',
    '001:664',
    '001:665',
    '001:666',
    '001:667',
    '001:712',
    '002:363',
    '002:400',
    '002:401',
    '002:402',
    '002:1630',
  ],
  check: all(
    ofType('AWS::ApiGateway::Authorizer', CLOUDFORMATION),
    ofType('AWS::ApiGatewayV2::Authorizer', CLOUDFORMATION),
    ofType('AWS::Serverless::Api', range('Auth.Authorizers.*.Identity.ReauthorizeEvery', LIMITS)),
    ofType('AWS::Serverless::HttpApi', range('Auth.Authorizers.*.Identity.ReauthorizeEvery', LIMITS)),
  ),
})
