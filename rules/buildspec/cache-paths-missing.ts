import { defineRule, type Known } from '#rule'
import { REFERENCE } from './_sources.ts'

export default defineRule({
  id: 'buildspec/cache-paths-missing',
  title: 'Cache needs paths',
  severity: 'warning',
  on: ['buildspec'],
  why: 'Without paths nothing is kept for the next build.',
  fix: "List the folders under paths, as in 'node_modules/**/*'.",
  sources: [{ url: REFERENCE, fact: 'paths is required in cache.' }],
  notes: ['002:1187', '002:1189'],
  messages: {
    missing: 'The cache names no paths; list them under "paths".',
    notMap: 'The cache must be a map with paths, not a {kind}.',
  },
  check(buildspec, { report }) {
    const cache = buildspec.section('cache')
    if (!cache || buildspec.isOpen || buildspec.dedented('cache').length || buildspec.dedented('phases').length) return
    for (const { value } of buildspec.facts('cache').filter((one): one is Known => one.state === 'known')) {
      if (value.kind !== 'mapping') {
        if (value.kind === 'sequence' || value.value !== null)
          report(cache.key, 'notMap', { kind: value.kind === 'sequence' ? 'list' : 'text' })
        else report(cache.key, 'missing')
      } else if (!value.entries.some(({ key }) => /path/i.test(key.text))) report(cache.key, 'missing')
    }
  },
})
