import { atKey, defineRule, policiesIn } from '#rule'
import { isAlways, isNever } from './_policies.ts'

export default defineRule({
  id: 'apigateway/source-ip-on-private-api',
  title: 'Private APIs must match aws:VpcSourceIp, not aws:SourceIp',
  severity: 'warning',
  on: ['AWS::ApiGateway::RestApi', 'AWS::Serverless::Api'],
  why: 'The key is not there in requests of this way, so the condition never holds, or always.',
  fix: 'Use aws:VpcSourceIp for private APIs, aws:SourceIp for public ones.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-aws-condition-keys.html',
      fact: 'aws:SourceIp is there for public APIs, aws:VpcSourceIp for private ones.',
    },
  ],
  notes: ['001:643', '001:662', '001:663', '001:692', '001:693'],
  messages: {
    private: 'Requests to a private API have no {key}; use aws:VpcSourceIp.',
    public: 'Requests to a public API have no {key}; use aws:SourceIp.',
    list: '{name} becomes a condition on aws:SourceIp, which requests to a private API do not have; use a condition on aws:VpcSourceIp.',
  },
  check(api, { report }) {
    const [isPrivate, isPublic] = [isAlways(api, 'PRIVATE'), isNever(api, 'PRIVATE')]
    for (const policy of policiesIn(api)) {
      for (const { key, when } of policy.statements.flatMap((statement) => statement.conditions())) {
        const name = key.text.toLowerCase()
        if (isPrivate && name === 'aws:sourceip') report({ node: key, when }, 'private', { key: key.text })
        if (isPublic && name === 'aws:vpcsourceip') report({ node: key, when }, 'public', { key: key.text })
      }
    }
    if (!isPrivate || api.type !== 'AWS::Serverless::Api') return
    for (const name of ['IpRangeWhitelist', 'IpRangeBlacklist'])
      for (const list of api.present(`Auth.ResourcePolicy.${name}`)) report(atKey(list), 'list', { name })
  },
})
