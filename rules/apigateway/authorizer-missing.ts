import { defineRule, valueNeeds } from '#rule'

export default defineRule({
  id: 'apigateway/authorizer-missing',
  title: 'CUSTOM, COGNITO_USER_POOLS and JWT need an AuthorizerId',
  severity: 'error',
  on: ['AWS::ApiGateway::Method', 'AWS::ApiGatewayV2::Route'],
  why: 'API Gateway rejects the method or route.',
  fix: 'Set AuthorizerId to the authorizer that decides.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-method.html',
      fact: 'AuthorizerId names the authorizer of a method whose type is CUSTOM or COGNITO_USER_POOLS.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-route.html',
      fact: 'AuthorizerId names the authorizer of a route whose type is CUSTOM or JWT.',
    },
  ],
  notes: [
    '001:647',
    '001:648',
    '001:689',
    '001:691',
    '001:711',
    '001:712',
    '001:713',
    '002:363',
    '002:400',
    '002:401',
    '002:402',
    '002:1630',
    '004:330',
    '004:336',
    '004:338',
  ],
  check: valueNeeds(
    'AuthorizationType',
    ['CUSTOM', 'COGNITO_USER_POOLS', 'JWT'],
    'AuthorizationType is {value}, but {name} is not set; name the authorizer there.',
    'AuthorizerId',
  ),
})
