import { childOf, defineRule, knownText } from '#rule'
import { FILES, HOOKS } from './_pages.ts'

export default defineRule({
  id: 'appspec/relative-destination',
  title: 'Destination must be an absolute path',
  severity: 'warning',
  on: ['appspec'],
  why: "The agent copies to a folder below its own working directory, which depends on the agent and is nobody's plan.",
  fix: 'Write the whole path: /srv/app on Linux, c:\\app on Windows.',
  sources: [
    { url: FILES, fact: 'destination is a fully qualified path, /root/folder on Linux and c:\\folder on Windows.' },
    { url: HOOKS, fact: 'Relative paths are taken from the working directory of the agent, which differs between versions and systems.' },
  ],
  notes: ['000:357', '000:358', '000:359', '001:1097', '002:1204', '002:1207'],
  messages: {
    linux: '"destination" is "{value}", which starts from the working directory of the agent; begin it with "/".',
    windows: '"destination" is "{value}", which has no drive; begin it with one, as in c:\\app.',
  },
  check(appspec, { report }) {
    const { os } = appspec
    for (const item of appspec.files) {
      const destination = childOf(item, 'destination')
      const value = knownText(destination)?.trim()
      // A control character is a backslash that YAML took for an escape.
      if (!destination || !value || /[\0-\x1f]/.test(value)) continue
      const isWindows = /^([A-Za-z]:[\\/]|\\\\\w)/.test(value)
      if (os === 'linux' && !value.startsWith('/')) report(destination, 'linux', { value })
      else if (os === 'windows' && !isWindows) report(destination, 'windows', { value })
    }
  },
})
