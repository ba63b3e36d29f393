import { boolean, both, canHold, defineRule } from '#rule'
import { REST_STAGES, SETTINGS } from './_stages.ts'

export default defineRule({
  id: 'apigateway/unencrypted-cache',
  title: 'Cached responses should be encrypted',
  severity: 'info',
  on: REST_STAGES,
  why: 'Responses lie in the cache as they were sent.',
  fix: 'Set CacheDataEncrypted to true.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html',
      fact: 'APIGateway.5: the cache data of REST APIs is encrypted at rest.',
    },
  ],
  notes: ['001:636', '001:637', '001:664', '002:283', '002:348'],
  messages: { plain: 'Cached responses are not encrypted; set CacheDataEncrypted to true.' },
  check(stage, { report }) {
    for (const setting of (SETTINGS[stage.type] ?? []).flatMap((path) => stage.items(path))) {
      for (const caching of setting.known('CachingEnabled', boolean).filter(({ value }) => value)) {
        for (const encrypted of setting.possible('CacheDataEncrypted', boolean)) {
          const when = both(caching.when, encrypted.when)
          const isPlain = encrypted.state === 'absent' || (encrypted.state === 'known' && !encrypted.value)
          if (isPlain && canHold(when)) report({ node: caching.node, when }, 'plain')
        }
      }
    }
  },
})
