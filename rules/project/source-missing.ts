import { childOf, closest, defineRule, pathIn } from '#rule'
import { hasBuild, isBuilt } from './_built.ts'
import { AGENT_INSTALLER, FILES } from './_pages.ts'

export default defineRule({
  id: 'project/source-missing',
  title: 'Source does not exist in the revision',
  severity: 'warning',
  on: ['appspec'],
  why: 'The Install event fails with "No such file or directory" when instances are already half deployed.',
  fix: 'Correct the path, which starts from the folder of the AppSpec, or add the file.',
  sources: [
    { url: FILES, fact: 'source names a file or folder relative to the root of the revision.' },
    { url: AGENT_INSTALLER, fact: 'The agent copies that one file or folder from where the revision was unpacked.' },
  ],
  messages: {
    missing: '"{source}" does not exist in the folder of the AppSpec ("No such file or directory"); correct the path, or add it.',
    misspelt: '"{source}" does not exist ("No such file or directory"); did you mean "{near}"?',
  },
  check(appspec, { report }) {
    const { revision } = appspec
    if (!revision) return
    for (const item of appspec.files) {
      const source = childOf(item, 'source')
      const path = pathIn(source)
      if (source?.kind !== 'scalar' || !path || /[*?]/.test(path) || isBuilt(path) || revision.typeOf(path) !== 'missing') continue
      const folder = path.replace(/[^/]*$/, '')
      const near = closest(path.slice(folder.length), revision.list(folder) ?? [])
      if (near) report(source, 'misspelt', { source: source.text, near: `${folder}${near}` })
      else if (!hasBuild(revision)) report(source, 'missing', { source: source.text })
    }
  },
})
