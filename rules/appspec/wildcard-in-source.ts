import { childOf, defineRule, knownText } from '#rule'
import { AGENT_INSTALLER, FILES } from './_pages.ts'

export default defineRule({
  id: 'appspec/wildcard-in-source',
  title: 'A source is one path, not a pattern',
  severity: 'error',
  on: ['appspec'],
  why: 'The agent looks for a file with an asterisk in its name, and the Install event fails with "No such file or directory".',
  fix: 'Name the folder (all it holds is copied), or the one file.',
  sources: [
    { url: FILES, fact: 'source is a file, a folder, or / for the whole revision.' },
    { url: AGENT_INSTALLER, fact: 'The agent joins source with the folder of the revision as it is and copies that one file or folder.' },
  ],
  messages: {
    wildcard: '"source" is "{value}", which is not expanded ("No such file or directory"); name the folder "{folder}" or one file.',
  },
  check(appspec, { report }) {
    for (const item of appspec.files) {
      const source = childOf(item, 'source')
      const value = knownText(source)
      if (!source || !value || !/[*?]/.test(value)) continue
      const folder = value.slice(0, value.search(/[*?]/)).replace(/[^/\\]*$/, '')
      report(source, 'wildcard', { value, folder: /^(\.\/)?$/.test(folder) ? '/' : folder })
    }
  },
})
