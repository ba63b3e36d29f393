import { defineRule, endpointTypesOf } from '#rule'

const TYPES = ['EDGE', 'REGIONAL', 'PRIVATE']

export default defineRule({
  id: 'apigateway/conflicting-endpoint-types',
  title: 'An API has exactly one endpoint type: EDGE, REGIONAL or PRIVATE',
  severity: 'error',
  on: ['AWS::ApiGateway::RestApi', 'AWS::Serverless::Api'],
  why: 'API Gateway rejects the API.',
  fix: 'Choose one of EDGE, REGIONAL and PRIVATE.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-restapi-endpointconfiguration.html',
      fact: 'The type of the endpoint is EDGE, REGIONAL or PRIVATE, and an API has one.',
    },
  ],
  notes: ['001:642', '001:643', '001:646', '001:662', '002:326', '002:328', '002:329', '002:330', '002:1634'],
  messages: {
    unknown: 'The endpoint type is "{type}"; it must be EDGE, REGIONAL or PRIVATE.',
    several: 'The API has {count} endpoint types; it must have one.',
  },
  check(api, { report }) {
    for (const type of endpointTypesOf(api)) if (!TYPES.includes(type.value)) report(type, 'unknown', { type: type.value })
    for (const { node, least } of api.counts('EndpointConfiguration.Types'))
      if (least.count > 1) report({ node, when: least.when }, 'several', { count: least.count })
  },
})
