import { defineRule, list } from '#rule'
import { REFERENCE } from './_sources.ts'

export default defineRule({
  id: 'buildspec/too-many-fallback-keys',
  title: 'Cache has more than five fallback keys',
  severity: 'error',
  on: ['buildspec'],
  why: 'CodeBuild takes five fallback keys at most.',
  fix: 'Keep the most useful five; each matches by its beginning, so that a short one covers many.',
  sources: [{ url: REFERENCE, fact: 'fallback-keys holds up to five keys, matched by prefix.' }],
  notes: ['002:1187', '002:1189'],
  messages: { tooMany: 'There are {count} fallback keys; a cache has at most 5.' },
  check(buildspec, { report }) {
    for (const { value } of buildspec.known('cache.fallback-keys', list)) {
      const sixth = value[5]
      if (sixth) report(sixth, 'tooMany', { count: value.length })
    }
  },
})
