import { atKey, both, canHold, defineRule, string } from '#rule'

export default defineRule({
  id: 'apigateway/ignored-authorizer',
  title: 'AuthorizerId has no effect without CUSTOM, COGNITO_USER_POOLS or JWT',
  severity: 'warning',
  on: ['AWS::ApiGateway::Method', 'AWS::ApiGatewayV2::Route'],
  why: 'The method looks guarded, but the authorizer is never asked.',
  fix: 'Set the AuthorizationType that asks the authorizer, or remove AuthorizerId.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-method.html',
      fact: 'AuthorizerId is for methods whose type is CUSTOM or COGNITO_USER_POOLS, AuthorizationScopes for those of user pools.',
    },
  ],
  notes: ['001:647', '001:648', '001:689', '001:691', '001:711', '001:712', '001:713', '004:330', '004:336', '004:338'],
  messages: { ignored: '{name} has no effect with AuthorizationType {type}; change the type or remove {name}.' },
  check(method, { report }) {
    for (const type of method.possible('AuthorizationType', string)) {
      const value = type.state === 'absent' ? 'NONE' : type.state === 'known' ? type.value : undefined
      for (const [name, types] of [
        ['AuthorizerId', ['NONE', 'AWS_IAM']],
        ['AuthorizationScopes', ['NONE', 'AWS_IAM', 'CUSTOM']],
      ] as const) {
        if (value === undefined || !(types as readonly string[]).includes(value)) continue
        for (const set of method.present(name)) {
          const when = both(type.when, set.when)
          if (canHold(when)) report(atKey(set, when), 'ignored', { name, type: value })
        }
      }
    }
  },
})
