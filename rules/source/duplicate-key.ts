import { defineRule } from '#rule'
export default defineRule({
  id: 'source/duplicate-key',
  title: 'A key stands twice in one map',
  severity: 'error',
  on: ['source'],
  why: 'One of the two is lost without a word: which one depends on the reader.',
  fix: 'Remove one of the two, or merge what stands under them.',
  sources: [
    {
      url: 'https://yaml.org/spec/1.1/#id861060',
      fact: 'The keys of a mapping are unique.',
    },
  ],
  cfnLint: ['E0000'],
  messages: {
    duplicate: 'The key "{key}" stands more than once in this map; keep one.',
  },
  check(target, { report }) {
    for (const { detail, place } of target.problems('duplicate-key')) report(place, 'duplicate', { key: detail })
  },
})
