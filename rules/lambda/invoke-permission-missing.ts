import { defineRule } from '#rule'
import { nameIn, refusalsIn } from './_callers.ts'

export default defineRule({
  id: 'lambda/invoke-permission-missing',
  title: 'A service that pushes to a function needs its permission',
  severity: 'warning',
  on: [
    'AWS::Events::Rule',
    'AWS::SNS::Subscription',
    'AWS::SNS::Topic',
    'AWS::ApiGateway::Method',
    'AWS::ApiGateway::Authorizer',
    'AWS::ApiGatewayV2::Integration',
    'AWS::ApiGatewayV2::Authorizer',
    'AWS::Cognito::UserPool',
  ],
  why: 'All deploys, and every call is denied: EventBridge and SNS say nothing, API Gateway answers 500.',
  fix: 'Add an AWS::Lambda::Permission for the function with the service as Principal and the ARN of the rule, topic, API or user pool as SourceArn. A version or an alias needs a permission of its own.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html',
      fact: 'Another service may invoke a function only where the policy of the function, or of the version or alias that is named, lets it.',
    },
  ],
  notes: [
    '001:440',
    '001:441',
    '001:442',
    '001:647',
    '001:648',
    '001:712',
    '001:731',
    '001:743',
    '001:744',
    '001:745',
    '001:746',
    '001:1009',
    '001:1123',
    '001:1124',
    '001:1126',
    '002:402',
    '002:1578',
    '002:1588',
    '002:1595',
    '002:1598',
    '002:1599',
    '002:1906',
    '003:307',
    '003:352',
    '003:379',
    '004:470',
  ],
  messages: {
    missing: 'Nothing lets {service} invoke {function} for this; add an AWS::Lambda::Permission with that Principal.',
  },
  check(resource, { report }) {
    for (const { use, service, when } of refusalsIn(resource))
      report({ node: use.node, when }, 'missing', { function: nameIn(use), service })
  },
})
