import { defineRule, type Scalar } from '#rule'
import { BATCH_REFERENCE } from './_sources.ts'

export default defineRule({
  id: 'buildspec/circular-batch-dependency',
  title: 'Builds of a batch wait for each other',
  severity: 'error',
  on: ['buildspec'],
  why: 'Each of the builds waits for the other one; the batch is refused.',
  fix: 'Remove one of the dependencies.',
  sources: [{ url: BATCH_REFERENCE, fact: 'A build of the graph runs when all builds that it depends on are complete.' }],
  notes: ['002:1187', '002:1189'],
  messages: {
    self: 'The build "{name}" depends on itself; remove it from depend-on.',
    circle: 'The builds {circle} wait for each other; remove one of the dependencies.',
  },
  check(buildspec, { report }) {
    const needs = new Map<string, Scalar[]>()
    for (const { build, identifier } of buildspec.builds) {
      const node = build.entries.find(({ key }) => key.text === 'depend-on')?.value
      const items = node?.kind === 'sequence' ? node.items : node ? [node] : []
      if (identifier?.kind === 'scalar')
        needs.set(
          identifier.text,
          items.filter((item) => item.kind === 'scalar'),
        )
    }
    const done = new Set<string>()
    const visit = (name: string, path: readonly string[]): void => {
      for (const item of needs.get(name) ?? []) {
        const from = path.indexOf(item.text)
        if (item.text === name) report(item, 'self', { name })
        else if (from >= 0) report(item, 'circle', { circle: [...path.slice(from), item.text].map((one) => `"${one}"`).join(' → ') })
        else if (!done.has(item.text)) visit(item.text, [...path, item.text])
      }
      done.add(name)
    }
    for (const name of needs.keys()) if (!done.has(name)) visit(name, [name])
  },
})
