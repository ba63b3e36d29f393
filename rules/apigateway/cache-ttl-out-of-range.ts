import { defineRule, number } from '#rule'
import { REST_STAGES, SETTINGS } from './_stages.ts'

export default defineRule({
  id: 'apigateway/cache-ttl-out-of-range',
  title: 'Cached responses live 0 to 3600 seconds',
  severity: 'error',
  on: REST_STAGES,
  why: 'API Gateway rejects the stage.',
  fix: 'Use 0 to 3600; 0 means that nothing is cached.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html',
      fact: 'The time to live of a cached response is 300 seconds by default and 3600 at most; 0 switches caching off.',
    },
  ],
  notes: ['000:568', '001:664', '001:665', '001:666', '001:667', '002:347', '002:349'],
  messages: { range: 'CacheTtlInSeconds is {value} seconds; it must be 0 to 3600 seconds.' },
  check(stage, { report }) {
    for (const path of SETTINGS[stage.type] ?? []) {
      for (const ttl of stage.known(`${path}.CacheTtlInSeconds`, number))
        if (ttl.value < 0 || ttl.value > 3600) report(ttl, 'range', { value: ttl.value })
    }
  },
})
