import { defineRule, rolesAt, table } from '#rule'

const PATHS: Readonly<Record<string, string>> = table({
  'AWS::ApiGateway::Authorizer': 'AuthorizerCredentials',
  'AWS::ApiGateway::Method': 'Integration.Credentials',
  'AWS::ApiGatewayV2::Authorizer': 'AuthorizerCredentialsArn',
  'AWS::ApiGatewayV2::Integration': 'CredentialsArn',
})

export default defineRule({
  id: 'apigateway/untrusted-integration-role',
  title: 'An integration role must trust apigateway.amazonaws.com',
  severity: 'warning',
  on: ['AWS::ApiGateway::Method', 'AWS::ApiGateway::Authorizer', 'AWS::ApiGatewayV2::Integration', 'AWS::ApiGatewayV2::Authorizer'],
  why: 'API Gateway cannot take the role, and every call fails.',
  fix: 'Allow sts:AssumeRole to apigateway.amazonaws.com in the trust policy of the role.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/permissions.html',
      fact: 'API Gateway takes the role of an integration or an authorizer, so the role trusts apigateway.amazonaws.com.',
    },
  ],
  notes: ['001:731', '001:743', '001:744', '001:745', '001:746', '002:337', '002:1736'],
  messages: {
    untrusted: '{role} does not let apigateway.amazonaws.com take it; allow sts:AssumeRole to that service in its trust policy.',
  },
  check(resource, { report }) {
    for (const { role, node, when } of rolesAt(resource, PATHS[resource.type] ?? 'CredentialsArn')) {
      if (role.mayBeTakenBy('apigateway.amazonaws.com')) continue
      const related = role.trust.slice(0, 1).map((policy) => ({ node: policy.node, message: 'its trust policy' }))
      report({ node, when, related }, 'untrusted', { role: role.resource.id })
    }
  },
})
