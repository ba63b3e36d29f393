import { at, BUILDSPEC_KEYS, defineRule, type Node, strangers, table } from '#rule'
import { BATCH_REFERENCE, REFERENCE } from './_sources.ts'

/** The sections whose keys need no words of their own, with the path of each map. */
const MAPS: readonly [keyof typeof BUILDSPEC_KEYS, string, ...string[]][] = [
  ['proxy', 'proxy'],
  ['cache', 'cache'],
  ['batch', 'batch'],
  ['report', 'reports', '*'],
  ['build', 'batch', 'build-list', '*'],
  ['build', 'batch', 'build-graph', '*'],
]
const NAMES: Readonly<Record<string, string>> = table({ report: 'a report group', build: 'a build of the batch' })

export default defineRule({
  id: 'buildspec/unknown-key',
  title: 'Section of the buildspec has an unknown key',
  severity: 'warning',
  on: ['buildspec'],
  why: 'CodeBuild does not apply what it does not know.',
  fix: 'Correct the name, or remove the key.',
  sources: [
    { url: REFERENCE, fact: 'The keys of proxy, reports and cache.' },
    { url: BATCH_REFERENCE, fact: 'The keys of batch and of each of its builds.' },
  ],
  notes: ['002:1187', '002:1189'],
  messages: {
    misspelt: '"{name}" is no key of {section} and is ignored; did you mean "{near}"?',
    unknown: '"{name}" is no key of {section} and is ignored; the keys are {keys}.',
  },
  check(buildspec, { report }) {
    for (const [kind, ...path] of MAPS) {
      const keys: readonly string[] = kind === 'build' && path[1] === 'build-list' ? withoutDependencies : BUILDSPEC_KEYS[kind]
      for (const node of nodesAt(buildspec.root, path)) {
        if (node.kind !== 'mapping') continue
        for (const { entry, name, near } of strangers(node, keys)) {
          const section = NAMES[kind] ?? kind
          if (near) report(entry.key, 'misspelt', { name, near, section })
          else report(entry.key, 'unknown', { name, section, keys: keys.join(', ') })
        }
      }
    }
  },
})

const withoutDependencies = BUILDSPEC_KEYS.build.filter((key) => key !== 'depend-on')

/** `*` stands for the values of reports and the items of builds. */
function nodesAt(root: Node, path: readonly string[]): readonly Node[] {
  const all = at(root, ...path.filter((step) => step !== '*'))
  if (!path.includes('*')) return all ? [all] : []
  if (path[0] === 'reports') return all?.kind === 'mapping' ? all.entries.map((entry) => entry.value) : []
  return all?.kind === 'sequence' ? all.items : []
}
