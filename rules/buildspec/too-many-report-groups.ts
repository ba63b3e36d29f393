import { defineRule, map } from '#rule'
import { REFERENCE } from './_sources.ts'

export default defineRule({
  id: 'buildspec/too-many-report-groups',
  title: 'Build has more than five report groups',
  severity: 'error',
  on: ['buildspec'],
  why: 'CodeBuild takes five report groups of a project; the results of the others are lost.',
  fix: 'Report files of the same format into one group.',
  sources: [{ url: REFERENCE, fact: 'A project can have up to five report groups.' }],
  notes: ['002:1187', '002:1189'],
  messages: { tooMany: 'There are {count} report groups; a build has at most 5.' },
  check(buildspec, { report }) {
    for (const { value } of buildspec.known('reports', map)) {
      const sixth = value.entries[5]
      if (sixth) report(sixth.key, 'tooMany', { count: value.entries.length })
    }
  },
})
