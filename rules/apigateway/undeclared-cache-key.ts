import { defineRule, integrationsOf, string } from '#rule'

const PLACES = [
  [/^method\.request\./, 'RequestParameters'],
  [/^integration\.request\./, 'Integration.RequestParameters'],
] as const

export default defineRule({
  id: 'apigateway/undeclared-cache-key',
  title: 'A cache key parameter must be declared on the method',
  severity: 'error',
  on: ['AWS::ApiGateway::Method'],
  why: 'API Gateway rejects the integration.',
  fix: 'Add the parameter to RequestParameters: true where it is required, false otherwise.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html',
      fact: 'A parameter that is a cache key is one of the parameters of the method or of the integration.',
    },
  ],
  notes: ['002:351'],
  messages: { undeclared: 'The cache key "{name}" is not in {place}; declare it there.' },
  check(method, { report }) {
    for (const integration of integrationsOf(method)) {
      for (const key of integration.known('cacheKeys', {
        name: 'list',
        read: (node) => (node.kind === 'sequence' ? node.items : undefined),
      }).length
        ? integration.properties.known('CacheKeyParameters.*', string)
        : []) {
        for (const [pattern, place] of PLACES) {
          if (!pattern.test(key.value)) continue
          const maps = method.facts(place)
          const mayHave = maps.some(
            (fact) =>
              fact.state === 'unknown' ||
              (fact.state === 'known' &&
                (fact.value.kind !== 'mapping' ||
                  fact.value.entries.some((entry) => entry.key.text === key.value || entry.key.text.startsWith('Fn::')))),
          )
          if (!mayHave) report(key, 'undeclared', { name: key.value, place })
        }
      }
    }
  },
})
