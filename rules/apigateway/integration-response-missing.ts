import { defineRule, INTEGRATION_TYPES, integrationsOf, jointly } from '#rule'

export default defineRule({
  id: 'apigateway/integration-response-missing',
  title: 'A custom integration needs method and integration responses',
  severity: 'warning',
  on: INTEGRATION_TYPES,
  why: 'API Gateway finds no response for what the backend answers, and every call ends with status 500.',
  fix: 'Declare the responses, or use a proxy integration.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-integration-settings.html',
      fact: 'A custom integration needs an integration response, and a method response for each status that it gives.',
    },
  ],
  notes: [
    '001:641',
    '001:659',
    '001:660',
    '001:684',
    '001:686',
    '002:285',
    '002:289',
    '002:290',
    '002:294',
    '002:295',
    '002:296',
    '002:1624',
    '002:1625',
  ],
  messages: {
    missing: 'An integration of type {type} needs {name}, which is not set; without it every call ends with status 500.',
    empty: '{name} is empty; without any response every call ends with status 500.',
  },
  check(resource, { report }) {
    for (const integration of integrationsOf(resource)) {
      const name = integration.name('responses')
      if (!name || integration.kind !== 'rest') continue
      for (const type of integration.types()) {
        if (!['AWS', 'HTTP', 'MOCK'].includes(type.value)) continue
        // Without integration responses those of the method say nothing more.
        const lacking = integration.absent('responses').map((fact) => ({ fact, name }))
        if (integration.place === 'method' && lacking.length === 0)
          lacking.push(...resource.absent('MethodResponses').map((fact) => ({ fact, name: 'MethodResponses' })))
        for (const { fact, name } of lacking) {
          const when = jointly(type.when, fact.when)
          if (when) report({ node: type.node, when }, 'missing', { type: type.value, name })
        }
        for (const { node, most } of integration.properties.counts(name)) {
          const when = jointly(type.when, most.when)
          if (most.count === 0 && when) report({ node, when }, 'empty', { name })
        }
      }
    }
  },
})
