import { boolean, defineRule, number, type Properties, together } from '#rule'
import { REST_STAGES, SETTINGS } from './_stages.ts'

export default defineRule({
  id: 'apigateway/cache-disabled-by-ttl',
  title: 'A cache TTL of 0 switches caching off',
  severity: 'warning',
  on: REST_STAGES,
  why: 'Caching looks switched on, but nothing is kept.',
  fix: 'Set a time to live of 1 to 3600 seconds, or remove CachingEnabled.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html',
      fact: 'A time to live of 0 switches caching off.',
    },
  ],
  notes: ['000:568', '001:664', '001:665', '001:666', '001:667', '002:347', '002:349'],
  messages: { off: 'CacheTtlInSeconds is 0, which switches off what CachingEnabled switches on; use 1 to 3600.' },
  check(stage, { report }) {
    const settings: Properties[] = (SETTINGS[stage.type] ?? []).flatMap((path) => stage.items(path))
    for (const one of settings) {
      for (const [ttl, caching] of together(one.known('CacheTtlInSeconds', number), one.known('CachingEnabled', boolean)))
        if (ttl.value === 0 && caching.value) report(ttl, 'off')
    }
  },
})
