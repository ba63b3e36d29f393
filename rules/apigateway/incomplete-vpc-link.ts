import { both, canHold, defineRule, INTEGRATION_TYPES, integrationsOf, string } from '#rule'

export default defineRule({
  id: 'apigateway/incomplete-vpc-link',
  title: 'A VPC_LINK integration needs a ConnectionId and an HTTP type',
  severity: 'error',
  on: INTEGRATION_TYPES,
  why: 'API Gateway rejects the integration.',
  fix: 'Name the VPC link in the connection ID and use an HTTP type; an HTTP API also wants the ARN of a listener or of a Cloud Map service.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-method-integration.html',
      fact: 'With VPC_LINK the integration is HTTP or HTTP_PROXY and ConnectionId is the ID of the link.',
    },
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html',
      fact: 'A private integration of an HTTP API is HTTP_PROXY and its URI is the ARN of a load balancer listener or of a Cloud Map service.',
    },
  ],
  notes: ['002:332', '002:334', '002:335', '002:336', '002:337', '002:338', '002:1631'],
  messages: {
    id: '{setting} is VPC_LINK, but {name} is not set; name the VPC link there.',
    type: 'A VPC_LINK integration is {fitting}, not {type}; change {name}.',
    uri: '{name} is "{uri}"; through a VPC link it must be the ARN of a listener or of a Cloud Map service.',
  },
  check(resource, { report }) {
    for (const integration of integrationsOf(resource)) {
      const isHttp = integration.kind === 'http'
      for (const link of integration.known('connectionType', string)) {
        if (link.value.toUpperCase() !== 'VPC_LINK') continue
        const linked = integration.under(link.when)
        for (const { when } of linked.absent('connectionId')) {
          const data = { setting: integration.name('connectionType'), name: integration.name('connectionId') }
          report({ node: link.node, when: both(link.when, when) }, 'id', data)
        }
        for (const type of linked.types()) {
          const isFitting = type.value === 'HTTP_PROXY' || (type.value === 'HTTP' && !isHttp)
          if (!isFitting && canHold(type.when))
            report(type, 'type', {
              type: type.value,
              name: integration.name('type'),
              fitting: isHttp ? 'HTTP_PROXY' : 'HTTP or HTTP_PROXY',
            })
        }
        for (const uri of isHttp ? linked.known('uri', string) : []) {
          if (!/^arn:[^:]+:(elasticloadbalancing|servicediscovery):/.test(uri.value))
            report(uri, 'uri', { name: integration.name('uri'), uri: uri.value })
        }
      }
    }
  },
})
