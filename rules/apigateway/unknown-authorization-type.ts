import { closest, defineRule, kindsAround, respell, string, table } from '#rule'

const PLACES: Readonly<Record<string, readonly [path: string, types: readonly string[]]>> = table({
  'AWS::ApiGateway::Authorizer': ['Type', ['TOKEN', 'REQUEST', 'COGNITO_USER_POOLS']],
  'AWS::ApiGateway::Method': ['AuthorizationType', ['NONE', 'AWS_IAM', 'CUSTOM', 'COGNITO_USER_POOLS']],
  'AWS::ApiGatewayV2::Authorizer': ['AuthorizerType', ['REQUEST', 'JWT']],
  'AWS::ApiGatewayV2::Route': ['AuthorizationType', ['NONE', 'AWS_IAM', 'CUSTOM', 'JWT']],
})

export default defineRule({
  id: 'apigateway/unknown-authorization-type',
  title: 'Authorization and authorizer types must be ones the API kind knows',
  severity: 'error',
  on: ['AWS::ApiGateway::Method', 'AWS::ApiGateway::Authorizer', 'AWS::ApiGatewayV2::Route', 'AWS::ApiGatewayV2::Authorizer'],
  fixes: 'safe',
  why: 'API Gateway rejects the resource.',
  fix: 'Use one of the types that the message lists.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-method.html',
      fact: 'AuthorizationType is NONE, AWS_IAM, CUSTOM or COGNITO_USER_POOLS.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-route.html',
      fact: 'AuthorizationType is NONE, AWS_IAM, CUSTOM or JWT; WebSocket APIs have no JWT.',
    },
  ],
  notes: [
    '000:564',
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
    '003:227',
    '003:352',
    '003:379',
    '004:330',
    '004:336',
    '004:338',
  ],
  messages: {
    unknown: '{name} is "{value}"; it must be {types}.',
    misspelt: '{name} is "{value}"; did you mean {near}?',
    websocket: '{name} is JWT, which a WebSocket API does not know; use a REQUEST authorizer.',
  },
  check(resource, { report }) {
    const [name, types] = PLACES[resource.type] ?? ['AuthorizationType', []]
    for (const type of resource.known(name, string)) {
      if (types.includes(type.value)) {
        const isChat = type.value === 'JWT' && kindsAround(resource).some(({ value }) => value === 'websocket')
        if (isChat) report(type, 'websocket', { name })
        continue
      }
      const near = closest(type.value, types)
      if (near) report(type, 'misspelt', { name, value: type.value, near }, respell(type, types))
      else report(type, 'unknown', { name, value: type.value, types: `${types.slice(0, -1).join(', ')} or ${types.at(-1) ?? ''}` })
    }
  },
})
