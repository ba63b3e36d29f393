import { childOf, defineRule, inRevision, isOnInstance, knownText } from '#rule'
import { AGENT_INSTALLER, FILES } from './_pages.ts'

export default defineRule({
  id: 'appspec/absolute-source',
  title: 'Source is relative to the revision',
  severity: 'warning',
  on: ['appspec'],
  why: 'The agent looks for the path below the folder of the revision, finds nothing there, and the Install event fails.',
  fix: 'Name the file or folder as it lies in the revision.',
  sources: [
    { url: FILES, fact: 'source is relative to the root of the revision; a slash at its beginning stands for that root.' },
    { url: AGENT_INSTALLER, fact: 'The source is always joined with the folder into which the revision was unpacked.' },
  ],
  messages: { absolute: '"source" is "{value}", which is looked up inside the revision; name it as it lies there.' },
  check(appspec, { report }) {
    for (const item of appspec.files) {
      const source = childOf(item, 'source')
      const value = knownText(source)
      if (!source || !value || !isOnInstance(value)) continue
      const type = appspec.project?.typeOf(inRevision(value) ?? '')
      if (type !== 'file' && type !== 'folder') report(source, 'absolute', { value })
    }
  },
})
