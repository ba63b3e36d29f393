import { defineRule } from '#rule'
import { REFERENCE } from './_sources.ts'

export default defineRule({
  id: 'buildspec/fallback-keys-without-key',
  title: 'Fallback keys need a cache key',
  severity: 'warning',
  on: ['buildspec'],
  why: 'Without a key CodeBuild ignores the fallback keys, and no cache is found by them.',
  fix: 'Give the cache a key, as in npm-$(codebuild-hash-files package-lock.json).',
  sources: [{ url: REFERENCE, fact: 'fallback-keys are ignored where there is no key.' }],
  notes: ['002:1187', '002:1189'],
  messages: { ignored: '"fallback-keys" is ignored without a key of the cache; set "key" or remove it.' },
  check(buildspec, { report }) {
    for (const cache of buildspec.items('cache')) {
      for (const { key } of cache.entries) {
        if (key.text === 'fallback-keys' && cache.absent('key').length) report(key, 'ignored')
      }
    }
  },
})
