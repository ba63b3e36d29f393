import { childOf, defineRule, knownText, type Mapping } from '#rule'
import { AGENT_INSTRUCTIONS } from './_pages.ts'
import { plainPath } from './_paths.ts'

export default defineRule({
  id: 'appspec/duplicate-permission',
  title: 'Two permission entries apply to the same object',
  severity: 'error',
  on: ['appspec'],
  why: 'The agent sets the permissions of a path once: a second entry that matches it fails the Install event.',
  fix: 'Join the two entries, or give them a different pattern or type.',
  sources: [
    { url: AGENT_INSTRUCTIONS, fact: 'A second entry for a path raises "the permissions setting for … is specified more than once".' },
  ],
  notes: ['002:1207'],
  messages: {
    twice:
      '"{object}" has permissions already, in an entry with the same pattern and type (CodeDeploy: "is specified more than once"); join the two entries.',
  },
  check(appspec, { report }) {
    const seen: { chosen: string; types: readonly string[] }[] = []
    for (const item of appspec.permissions) {
      const node = childOf(item, 'object')
      const object = knownText(node)
      const types = typesOf(item)
      if (!node || !object || !types) continue
      const chosen = JSON.stringify([plainPath(object), textsOf(item, 'pattern', '**'), textsOf(item, 'except', '')])
      if (seen.some((other) => other.chosen === chosen && other.types.some((type) => types.includes(type))))
        report(node, 'twice', { object })
      seen.push({ chosen, types })
    }
  },
})

/** The types that an entry is for; undefined when it does not say so properly. */
function typesOf(item: Mapping): readonly string[] | undefined {
  const type = childOf(item, 'type')
  if (!type) return ['file', 'directory']
  return type.kind === 'sequence' ? type.items.map((one) => knownText(one) ?? '') : undefined
}

function textsOf(item: Mapping, key: string, fallback: string): string {
  const value = childOf(item, key)
  if (!value) return fallback
  return value.kind === 'sequence'
    ? value.items
        .map((one) => knownText(one) ?? '')
        .sort()
        .join('\n')
    : (knownText(value) ?? fallback)
}
