import { defineRule, isPlaceholder, type Node } from '#rule'
import { BATCH_REFERENCE } from './_sources.ts'

export default defineRule({
  id: 'buildspec/invalid-batch-identifier',
  title: 'Build of a batch needs an identifier of its own',
  severity: 'error',
  on: ['buildspec'],
  why: 'The batch fails before its first build: "BatchSpec has invalid values".',
  fix: 'Give each build an identifier of letters, digits and underscores that no other build of the batch has.',
  sources: [
    { url: BATCH_REFERENCE, fact: 'identifier is required for each build of a list or graph.' },
    {
      url: 'https://github.com/aws/copilot-cli/pull/1673',
      fact: 'BATCH_SPEC_VALIDATION_ERROR: only letters, digits and underscores, fewer than 128 characters.',
    },
  ],
  notes: ['002:1187', '002:1189'],
  messages: {
    missing: 'This build of the batch has no identifier; give it one.',
    characters: 'The identifier "{name}" must be letters, digits and underscores.',
    length: 'The identifier "{name}" has {length} characters; it must have fewer than 128.',
    duplicate: 'The identifier "{name}" is used by another build of the batch; give each its own.',
  },
  check(buildspec, { report }) {
    const seen = new Map<string, Node>()
    for (const { build, identifier } of buildspec.builds) {
      if (build.node.parent?.kind !== 'sequence') continue // told by buildspec/malformed-list
      if (!identifier) {
        if (!build.isOpen && !build.entries.some(({ key }) => /ident|^id$|name/i.test(key.text))) report(build.node, 'missing')
        continue
      }
      if (identifier.kind !== 'scalar' || isPlaceholder(identifier.text)) continue
      const name = identifier.text
      const first = seen.get(name)
      if (!/^\w+$/.test(name)) report(identifier, 'characters', { name })
      else if (name.length > 127) report(identifier, 'length', { name, length: name.length })
      else if (first) report({ node: identifier, related: [{ node: first, message: 'the other build' }] }, 'duplicate', { name })
      seen.set(name, first ?? identifier)
    }
  },
})
