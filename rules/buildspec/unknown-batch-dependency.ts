import { closest, defineRule, isPlaceholder, type Node, respell } from '#rule'
import { BATCH_REFERENCE } from './_sources.ts'

export default defineRule({
  id: 'buildspec/unknown-batch-dependency',
  title: 'Build of a batch depends on one that does not exist',
  severity: 'error',
  on: ['buildspec'],
  fixes: 'unsafe',
  why: 'The batch is refused before its first build starts.',
  fix: 'Name the identifier of another build of the same build-graph.',
  sources: [{ url: BATCH_REFERENCE, fact: 'depend-on lists identifiers of builds that must be complete before this one runs.' }],
  notes: ['002:1187', '002:1189'],
  messages: {
    misspelt: 'There is no build "{name}" in the batch; did you mean "{near}"?',
    unknown: 'There is no build "{name}" in the batch; the builds are {builds}.',
  },
  check(buildspec, { report }) {
    const { builds } = buildspec
    // With an identifier that is not known, any name may exist.
    if (builds.some(({ identifier }) => identifier && (identifier.kind !== 'scalar' || isPlaceholder(identifier.text)))) return
    const names = builds.flatMap(({ kind, identifier }) =>
      kind === 'build-graph' && identifier?.kind === 'scalar' ? [identifier.text] : [],
    )
    for (const { build, kind } of builds) {
      if (kind !== 'build-graph') continue
      for (const { value: node } of build.facts('depend-on').filter((fact) => fact.state === 'known')) {
        const items: readonly Node[] = node.kind === 'sequence' ? node.items : [node]
        for (const item of items) {
          if (item.kind !== 'scalar' || item.value === null || names.includes(item.text) || isPlaceholder(item.text)) continue
          const near = closest(item.text, names)
          if (near) report(item, 'misspelt', { name: item.text, near }, respell(item, names))
          else report(item, 'unknown', { name: item.text, builds: names.join(', ') })
        }
      }
    }
  },
})
