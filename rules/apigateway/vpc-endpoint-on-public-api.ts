import { atKey, both, canHold, defineRule, endpointTypesOf, table } from '#rule'

const PATHS: Readonly<Record<string, readonly string[]>> = table({
  'AWS::ApiGateway::RestApi': ['EndpointConfiguration.VpcEndpointIds'],
  'AWS::Serverless::Api': ['EndpointConfiguration.VPCEndpointIds', 'EndpointConfiguration.VpcEndpointIds'],
})

export default defineRule({
  id: 'apigateway/vpc-endpoint-on-public-api',
  title: 'VpcEndpointIds belong to private APIs',
  severity: 'error',
  on: ['AWS::ApiGateway::RestApi', 'AWS::Serverless::Api'],
  why: 'API Gateway rejects the API.',
  fix: 'Make the API PRIVATE, or remove the endpoints.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-restapi-endpointconfiguration.html',
      fact: 'VPC endpoints are associated with APIs of the type PRIVATE.',
    },
  ],
  notes: ['002:326', '002:328', '002:329', '002:330', '002:1634'],
  messages: { public: 'VPC endpoints belong to PRIVATE APIs, but this one is {type}; change the type, or remove them.' },
  check(api, { report }) {
    for (const path of PATHS[api.type] ?? []) {
      for (const ids of api.present(path)) {
        if (ids.state === 'known' && ids.value.kind === 'sequence' && ids.value.items.length === 0) continue
        for (const type of endpointTypesOf(api)) {
          const when = both(ids.when, type.when)
          if ((type.value === 'EDGE' || type.value === 'REGIONAL') && canHold(when))
            report(atKey(ids, when), 'public', { type: type.value })
        }
      }
    }
  },
})
