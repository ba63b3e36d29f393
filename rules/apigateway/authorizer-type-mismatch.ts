import { defineRule, jointly, string, tables, targetsOf } from '#rule'

/** The types of authorizers that fit what a method or a route asks for. */
const FITTING: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = tables({
  'AWS::ApiGateway::Authorizer': { CUSTOM: ['TOKEN', 'REQUEST'], COGNITO_USER_POOLS: ['COGNITO_USER_POOLS'] },
  'AWS::ApiGatewayV2::Authorizer': { CUSTOM: ['REQUEST'], JWT: ['JWT'] },
})

export default defineRule({
  id: 'apigateway/authorizer-type-mismatch',
  title: 'The authorizer must be of the kind the method asks for',
  severity: 'error',
  on: ['AWS::ApiGateway::Method', 'AWS::ApiGatewayV2::Route'],
  why: 'API Gateway rejects the method or route.',
  fix: 'Change AuthorizationType, or name an authorizer of the fitting type.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-method.html',
      fact: 'CUSTOM goes with a Lambda authorizer, COGNITO_USER_POOLS with one of user pools.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-route.html',
      fact: 'CUSTOM goes with a Lambda authorizer, JWT with one that checks JSON Web Tokens.',
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
  cfnLint: ['E3708'],
  messages: { mismatch: 'AuthorizationType is {asked}, but {id} is a {type} authorizer; use {fitting} or another authorizer.' },
  check(method, { report }) {
    for (const { resource: authorizer, when } of targetsOf(method.template, method, 'AuthorizerId')) {
      const fitting = authorizer && FITTING[authorizer.type]
      if (!fitting) continue
      for (const asked of method.known('AuthorizationType', string)) {
        for (const type of authorizer.known(authorizer.type === 'AWS::ApiGateway::Authorizer' ? 'Type' : 'AuthorizerType', string)) {
          const joint = jointly(when, asked.when, type.when)
          const right = Object.keys(fitting).find((one) => fitting[one]?.includes(type.value))
          if (!fitting[asked.value] || !right || right === asked.value || !joint) continue
          const related = [{ node: type.node, message: 'the type of the authorizer' }]
          report({ node: asked.node, when: joint, related }, 'mismatch', {
            asked: asked.value,
            id: authorizer.id,
            type: type.value,
            fitting: right,
          })
        }
      }
    }
  },
})
