import { defineRule } from '#rule'
import { PROJECT_API } from './_sources.ts'

export default defineRule({
  id: 'buildspec/too-many-secondary-artifacts',
  title: 'Build has more than 12 secondary artifacts',
  severity: 'error',
  on: ['buildspec'],
  why: 'A project has at most 12 secondary artifacts, so that the others have nowhere to go.',
  fix: 'Put files that belong together into one artifact.',
  sources: [{ url: PROJECT_API, fact: 'secondaryArtifacts holds at most 12 items.' }],
  notes: ['002:1186', '002:2342'],
  messages: { tooMany: 'There are {count} secondary artifacts; a project has at most 12.' },
  check(buildspec, { report }) {
    const secondary = buildspec.artifacts.slice(1)
    const first = secondary[12]
    if (first) report(first.entry.key, 'tooMany', { count: secondary.length })
  },
})
