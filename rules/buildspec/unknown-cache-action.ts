import { defineRule, isPlaceholder, string } from '#rule'
import { REFERENCE } from './_sources.ts'

export default defineRule({
  id: 'buildspec/unknown-cache-action',
  title: 'Cache action must be restore or save',
  severity: 'error',
  on: ['buildspec'],
  why: 'CodeBuild knows these two; with another word the cache does not do what was meant.',
  fix: 'Write restore or save, or leave action out to have both.',
  sources: [{ url: REFERENCE, fact: 'action is restore or save; without it the cache is both restored and saved.' }],
  notes: ['002:1187', '002:1189'],
  messages: { unknown: 'There is no cache action "{value}"; write restore or save, or leave it out to have both.' },
  check(buildspec, { report }) {
    for (const fact of buildspec.known('cache.action', string)) {
      if (!/^(restore|save)$/i.test(fact.value) && !isPlaceholder(fact.value)) report(fact, 'unknown', { value: fact.value })
    }
  },
})
