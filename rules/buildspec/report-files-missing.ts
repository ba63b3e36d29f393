import { defineRule, type Known, listOf } from '#rule'
import { REFERENCE } from './_sources.ts'

export default defineRule({
  id: 'buildspec/report-files-missing',
  title: 'Report group needs files',
  severity: 'error',
  on: ['buildspec'],
  why: 'Without files there is nothing that the report could be made of.',
  fix: "List the result files under files, as in 'reports/**/*.xml'.",
  sources: [{ url: REFERENCE, fact: 'files is required in each report group.' }],
  notes: ['002:1187', '002:1189'],
  messages: {
    missing: 'The report group {name} names no files; list its result files under "files".',
    notMap: 'The report group {name} must be a map with files, not a {kind}.',
    list: 'The section reports must be a map of report groups, not a list.',
    dedented: 'The keys {keys} stand beside the report group; indent them under its name.',
  },
  check(buildspec, { report }) {
    for (const fact of buildspec.facts('reports').filter((one): one is Known => one.state === 'known')) {
      const { value } = fact
      if (value.kind === 'sequence') report(fact, 'list')
      if (value.kind !== 'mapping') continue
      // A group cannot be called like one of its own keys.
      const lost = value.entries.filter(({ key }) => KEYS.includes(key.text))
      if (lost[0])
        report(lost[0].key, 'dedented', {
          keys: listOf(
            lost.map(({ key }) => `"${key.text}"`),
            'and',
          ),
        })
      if (lost.length) continue
      for (const { key, value: group } of value.entries) {
        const name = key.text
        if (buildspec.isUnknown(group)) continue
        if (group.kind !== 'mapping') report(key, 'notMap', { name, kind: group.kind === 'sequence' ? 'list' : 'text' })
        else if (!group.entries.some((entry) => /file(?!-format)/i.test(entry.key.text))) report(key, 'missing', { name })
      }
    }
  },
})

const KEYS = ['files', 'base-directory', 'discard-paths', 'file-format']
