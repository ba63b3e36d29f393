import { boolean, both, canHold, defineRule } from '#rule'

export default defineRule({
  id: 'apigateway/idle-cache-cluster',
  title: 'A cache cluster without cached methods only costs money',
  severity: 'info',
  on: ['AWS::ApiGateway::Stage'],
  why: 'The cluster is paid by the hour, and nothing is cached unless a method setting says so.',
  fix: 'Set CachingEnabled in MethodSettings, or switch the cluster off.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html',
      fact: 'Caching is charged by the hour by the size of the cache.',
    },
  ],
  notes: ['000:560', '000:568', '003:350', '004:356'],
  messages: { idle: 'The cache cluster is paid by the hour, but no MethodSettings caches anything; set CachingEnabled, or switch it off.' },
  check(stage, { report }) {
    for (const cluster of stage.known('CacheClusterEnabled', boolean).filter(({ value }) => value)) {
      const caching = stage.facts('MethodSettings.*.CachingEnabled')
      const isIdle = caching.every((fact) => fact.state === 'absent' || (fact.state === 'known' && boolean.read(fact.value) === false))
      const when = both(cluster.when, stage.when)
      if (isIdle && canHold(when)) report({ node: cluster.node, when }, 'idle')
    }
  },
})
