import { apisOf, defineRule, differ, jointly, targetsOf } from '#rule'

export default defineRule({
  id: 'apigateway/authorizer-of-other-api',
  title: 'A method must use an authorizer of its own API',
  severity: 'error',
  on: ['AWS::ApiGateway::Method', 'AWS::ApiGatewayV2::Route'],
  why: 'API Gateway does not find the authorizer in the API of the method and rejects the method.',
  fix: 'Make an authorizer for this API and name that.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-authorizer.html',
      fact: 'An authorizer is made in the one API of RestApiId.',
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
  messages: { other: 'The authorizer {authorizer} is of {other}, but this is of {api}; name an authorizer of {api}.' },
  check(method, { report }) {
    for (const { resource: authorizer, node, when } of targetsOf(method.template, method, 'AuthorizerId')) {
      if (!authorizer || !/^AWS::ApiGateway(V2)?::Authorizer$/.test(authorizer.type)) continue
      for (const api of apisOf(method)) {
        for (const other of apisOf(authorizer)) {
          const joint = jointly(when, api.when, other.when)
          if (differ(api, other) && joint)
            report({ node, when: joint }, 'other', { authorizer: authorizer.id, other: other.key, api: api.key })
        }
      }
    }
  },
})
