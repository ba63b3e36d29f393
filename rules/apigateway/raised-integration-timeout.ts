import { apiOfIntegration, defineRule, endpointIs, INTEGRATION_TYPES, integrationsOf, jointly, number, string } from '#rule'

export default defineRule({
  id: 'apigateway/raised-integration-timeout',
  title: 'REST timeouts above 29 s need a quota increase',
  severity: 'warning',
  on: INTEGRATION_TYPES,
  why: 'Without a raised quota of the account the deployment fails; with one AWS may lower the throttle of the account in return.',
  fix: 'Make sure that the quota was raised in the account and the Region, or answer earlier and go on behind the answer.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html',
      fact: 'For Regional and private APIs the timeout of 29 seconds can be raised, which may cost some of the throttle quota.',
    },
  ],
  notes: ['001:705', '002:408'],
  messages: { raised: '{name} is {value} ms; above 29000 ms the account needs a raised quota: make sure that it has one.' },
  check(resource, { report }) {
    for (const integration of integrationsOf(resource)) {
      if (integration.kind !== 'rest') continue
      const isStreamed = integration
        .facts('transferMode')
        .some((fact) => fact.state === 'unknown' || (fact.state === 'known' && string.read(fact.value)?.toUpperCase() === 'STREAM'))
      for (const timeout of isStreamed ? [] : integration.known('timeout', number)) {
        if (timeout.value <= 29_000 || timeout.value > 300_000) continue
        for (const { api, when } of apiOfIntegration(integration)) {
          for (const type of ['REGIONAL', 'PRIVATE'] as const) {
            for (const endpoint of endpointIs(api, type)) {
              const joint = jointly(timeout.when, when, endpoint)
              if (joint) report({ node: timeout.node, when: joint }, 'raised', { name: integration.name('timeout'), value: timeout.value })
            }
          }
        }
      }
    }
  },
})
