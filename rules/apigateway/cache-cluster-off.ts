import { boolean, both, canHold, defineRule } from '#rule'

export default defineRule({
  id: 'apigateway/cache-cluster-off',
  title: 'Method caching needs a cache cluster on the stage',
  severity: 'warning',
  on: ['AWS::ApiGateway::Stage', 'AWS::Serverless::Api'],
  why: 'Without a cache cluster nothing is cached, whatever the method settings say.',
  fix: 'Set CacheClusterEnabled to true and choose a CacheClusterSize, or remove CachingEnabled.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html',
      fact: 'Responses are cached in a cache cluster that is switched on for the stage.',
    },
  ],
  notes: ['000:560', '000:568', '001:636', '001:637', '001:664', '002:283', '002:348', '003:350', '004:356'],
  messages: { off: 'CachingEnabled has no effect while the stage has no cache cluster; set CacheClusterEnabled to true.' },
  check(stage, { report }) {
    for (const caching of stage.known('MethodSettings.*.CachingEnabled', boolean)) {
      for (const cluster of caching.value ? stage.possible('CacheClusterEnabled', boolean) : []) {
        const when = both(caching.when, cluster.when)
        const isOff = cluster.state === 'absent' || (cluster.state === 'known' && !cluster.value)
        if (isOff && canHold(when)) report({ node: caching.node, when }, 'off')
      }
    }
  },
})
