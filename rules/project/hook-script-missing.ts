import { childOf, closest, defineRule, pathIn } from '#rule'
import { hasBuild, isBuilt } from './_built.ts'
import { AGENT_HOOKS, HOOKS } from './_pages.ts'

export default defineRule({
  id: 'project/hook-script-missing',
  title: 'Hook script does not exist in the revision',
  severity: 'warning',
  on: ['appspec'],
  why: 'The agent fails the event with "Script does not exist at specified location", when instances are already half deployed.',
  fix: 'Correct the path, which starts from the folder of the AppSpec, or add the script.',
  sources: [
    { url: HOOKS, fact: 'location is the place of the script in the bundle.' },
    { url: AGENT_HOOKS, fact: 'A file that does not exist in the folder of the revision raises ScriptMissing.' },
  ],
  notes: ['001:1099', '001:1100', '001:1102', '002:1207', '002:1210', '002:2375'],
  messages: {
    missing:
      '"{location}" does not exist in the folder of the AppSpec ("Script does not exist at specified location"); correct the path, or add it.',
    misspelt: '"{location}" does not exist ("Script does not exist at specified location"); did you mean "{near}"?',
    folder: '"{location}" is a folder; name the script in it.',
  },
  check(appspec, { report }) {
    const { revision } = appspec
    if (!revision) return
    for (const { node } of appspec.scripts) {
      const location = childOf(node, 'location')
      const path = pathIn(location)
      if (location?.kind !== 'scalar' || !path) continue
      const type = revision.typeOf(path)
      const text = location.text
      if (type === 'folder') report(location, 'folder', { location: text })
      if (type !== 'missing' || isBuilt(path)) continue
      const folder = path.replace(/[^/]*$/, '')
      const near = closest(path.slice(folder.length), revision.list(folder) ?? [])
      if (near) report(location, 'misspelt', { location: text, near: `${folder}${near}` })
      else if (!hasBuild(revision) || (folder && revision.typeOf(folder) === 'folder')) report(location, 'missing', { location: text })
    }
  },
})
