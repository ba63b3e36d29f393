import { arnsAt, defineRule, shorten, table } from '#rule'
import { isForeign } from './_pools.ts'

const PATHS: Readonly<Record<string, readonly string[]>> = table({
  'AWS::ApiGateway::Authorizer': ['ProviderARNs.*'],
  'AWS::Serverless::Api': ['Auth.Authorizers.*.UserPoolArn'],
  'AWS::ElasticLoadBalancingV2::Listener': ['DefaultActions.*.AuthenticateCognitoConfig.UserPoolArn'],
  'AWS::ElasticLoadBalancingV2::ListenerRule': ['Actions.*.AuthenticateCognitoConfig.UserPoolArn'],
})

export default defineRule({
  id: 'cognito/wrong-user-pool-arn',
  title: 'A user pool is named by its cognito-idp ARN',
  severity: 'error',
  on: [
    'AWS::ApiGateway::Authorizer',
    'AWS::Serverless::Api',
    'AWS::ElasticLoadBalancingV2::Listener',
    'AWS::ElasticLoadBalancingV2::ListenerRule',
  ],
  why: 'Nothing is found by this ARN: the stack fails, or nobody can sign in.',
  fix: 'Use !GetAtt UserPool.Arn.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-authorizer.html',
      fact: 'A user pool is named by arn:aws:cognito-idp:region:account:userpool/id.',
    },
  ],
  notes: ['000:564', '002:363', '002:375', '002:377', '002:401', '003:227', '003:352', '003:379', '004:336', '004:338'],
  cfnLint: ['E1040'],
  messages: {
    identity: '"{name}" is an identity pool; name the user pool with !GetAtt UserPool.Arn.',
    other: '"{name}" is no ARN of a user pool, which begins arn:aws:cognito-idp; use !GetAtt UserPool.Arn.',
  },
  check(resource, { report }) {
    for (const use of (PATHS[resource.type] ?? []).flatMap((path) => arnsAt(resource.template, resource, path))) {
      const { type, text, arn, place } = use
      if (type === 'AWS::Cognito::IdentityPool' || arn?.service === 'cognito-identity')
        report(place, 'identity', { name: use.resource?.id ?? shorten(text) })
      else if (!use.resource && isForeign(text, arn?.service, 'cognito-idp')) report(place, 'other', { name: shorten(text) })
    }
  },
})
