import { defineRule, listOf, map } from '#rule'
import { BATCH_REFERENCE } from './_sources.ts'

const KINDS = ['build-list', 'build-graph', 'build-matrix', 'build-fanout']

export default defineRule({
  id: 'buildspec/ambiguous-batch',
  title: 'Batch must be one of list, graph, matrix and fanout',
  severity: 'warning',
  on: ['buildspec'],
  why: 'CodeBuild cannot tell which builds to start; what it makes of such a batch is not documented.',
  fix: 'Keep one of build-list, build-graph, build-matrix and build-fanout.',
  sources: [{ url: BATCH_REFERENCE, fact: 'A batch is a list, a graph, a matrix or a fanout of builds.' }],
  notes: ['002:1187', '002:1189'],
  messages: {
    none: 'The batch names no builds; give it one of {kinds}.',
    several: 'The batch has {found}; keep one of them.',
  },
  check(buildspec, { report }) {
    const batch = buildspec.section('batch')
    if (!batch) return
    for (const { value } of buildspec.known('batch', map)) {
      const found = value.entries.filter(({ key }) => KINDS.includes(key.text))
      const second = found[1]
      if (second)
        report(second.key, 'several', {
          found: listOf(
            found.map(({ key }) => key.text),
            'and',
          ),
        })
      // What is misspelt is reported as such.
      else if (found.length === 0 && !value.entries.some(({ key }) => /build/i.test(key.text) || buildspec.isUnknown(key)))
        report(batch.key, 'none', { kinds: listOf(KINDS) })
    }
  },
})
