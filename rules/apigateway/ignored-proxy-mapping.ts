import { atKey, defineRule, integrationsOf } from '#rule'

export default defineRule({
  id: 'apigateway/ignored-proxy-mapping',
  title: 'Proxy integrations ignore mapping templates',
  severity: 'warning',
  on: ['AWS::ApiGateway::Method'],
  why: 'A proxy passes requests and responses through; the templates and patterns never count.',
  fix: 'Remove them, or use the integration type without _PROXY.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-integration-types.html',
      fact: 'With a proxy integration neither requests nor responses are mapped.',
    },
  ],
  notes: [
    '000:590',
    '001:641',
    '001:681',
    '001:682',
    '001:683',
    '001:685',
    '001:687',
    '002:285',
    '002:289',
    '002:290',
    '002:294',
    '002:295',
    '002:296',
    '002:1624',
    '002:1625',
  ],
  messages: { ignored: 'A proxy integration ignores {name}; remove it, or use the type {type}.' },
  check(method, { report }) {
    for (const integration of integrationsOf(method)) {
      for (const type of integration.types().filter(({ value }) => value.endsWith('_PROXY'))) {
        const { properties } = integration.under(type.when)
        const data = { type: type.value.replace('_PROXY', '') }
        for (const set of properties.present('RequestTemplates')) {
          const isEmpty = set.state === 'known' && set.value.kind === 'mapping' && set.value.entries.length === 0
          if (!isEmpty) report(atKey(set), 'ignored', { name: 'RequestTemplates', ...data })
        }
        for (const response of properties.items('IntegrationResponses'))
          for (const name of ['ResponseTemplates', 'SelectionPattern'])
            for (const set of response.present(name)) report(atKey(set), 'ignored', { name, ...data })
      }
    }
  },
})
