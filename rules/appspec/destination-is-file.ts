import { childOf, defineRule, knownText } from '#rule'
import { AGENT_INSTALLER, FILES } from './_pages.ts'
import { baseName, isFileName, plainPath } from './_paths.ts'

export default defineRule({
  id: 'appspec/destination-is-file',
  title: 'Destination is a folder, also for a single file',
  severity: 'warning',
  on: ['appspec'],
  why: 'The agent makes a folder with the name of the file and puts the file into it, or fails where a file of that name exists.',
  fix: 'Name the folder that the file is to be copied into.',
  sources: [
    { url: FILES, fact: 'A source that is a file is copied into the destination, which is a folder on the instance.' },
    {
      url: AGENT_INSTALLER,
      fact: 'For a file the agent joins the destination with the name of the source and makes the folders above that.',
    },
  ],
  messages: { file: '"destination" is the folder that "{name}" is copied into, so that it becomes {target}; write {folder}.' },
  check(appspec, { report }) {
    for (const item of appspec.files) {
      const destination = childOf(item, 'destination')
      const [source, text] = [knownText(childOf(item, 'source')), knownText(destination)]
      if (!destination || !source || !text || !isFileName(source.trim())) continue
      const [name, path] = [baseName(source), plainPath(text)]
      const folder = path.slice(0, -name.length).replace(/(?!^)\/$/, '')
      if (baseName(path) === name && folder) report(destination, 'file', { name, target: `${path}/${name}`, folder })
    }
  },
})
