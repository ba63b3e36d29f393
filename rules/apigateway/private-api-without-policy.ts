import { bodiesOf, defineRule, endpointTypesOf, jointly, table } from '#rule'

/** Properties from which a policy can come. */
const SOURCES: Readonly<Record<string, readonly string[]>> = table({
  'AWS::ApiGateway::RestApi': ['Policy', 'BodyS3Location', 'CloneFrom'],
  'AWS::Serverless::Api': ['Policy', 'Auth.ResourcePolicy', 'DefinitionUri'],
})

export default defineRule({
  id: 'apigateway/private-api-without-policy',
  title: 'A private API needs a resource policy before it is deployed',
  severity: 'error',
  on: ['AWS::ApiGateway::RestApi', 'AWS::Serverless::Api'],
  why: 'API Gateway rejects the deployment of a private API without a resource policy.',
  fix: 'Allow execute-api:Invoke to the VPC endpoint or the VPC in a policy of the API.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-create.html',
      fact: 'A private API has to have a resource policy before it can be deployed.',
    },
  ],
  notes: ['001:642', '001:643', '001:646', '001:662', '002:326', '002:328', '002:329', '002:330', '002:1634', '004:328'],
  messages: { missing: 'A PRIVATE API needs a resource policy, and none is set; allow execute-api:Invoke to its VPC endpoint.' },
  check(api, { report }) {
    const [first = '', ...others] = SOURCES[api.type] ?? []
    const mayHave = (path: string): boolean => api.facts(path).some(({ state }) => state !== 'absent')
    if (api.isOpen || others.some(mayHave)) return
    const bodies = bodiesOf(api)
    const property = api.type === 'AWS::Serverless::Api' ? 'DefinitionBody' : 'Body'
    if (mayHave(property) && bodies.length === 0) return
    if (bodies.some((body) => body.isOpen || body.facts('x-amazon-apigateway-policy').some(({ state }) => state !== 'absent'))) return
    for (const type of endpointTypesOf(api).filter(({ value }) => value === 'PRIVATE')) {
      for (const absent of api.absent(first)) {
        const when = jointly(type.when, absent.when)
        if (when) report({ node: type.node, when }, 'missing')
      }
    }
  },
})
