import { closest, defineRule, isPlaceholder, isUnevaluated, kindName } from '#rule'
import { AGENT_PARSER, STRUCTURE } from './_pages.ts'

export default defineRule({
  id: 'appspec/unknown-os',
  title: 'AppSpec os must be linux or windows',
  severity: 'error',
  on: ['appspec'],
  why: 'The agent compares the word with its own platform and fails the deployment when it is another, a capital letter included.',
  fix: 'Write `os: linux` for every Linux distribution, `os: windows` for Windows Server.',
  sources: [
    { url: STRUCTURE, fact: 'os is linux (Amazon Linux, Ubuntu, RHEL) or windows.' },
    { url: AGENT_PARSER, fact: 'Any other value raises "specifies an unsupported operating system".' },
  ],
  notes: ['000:343', '000:358', '000:359', '000:361', '001:1095', '001:1096', '001:1097', '001:1098', '001:1099', '001:1130', '002:1207'],
  messages: {
    misspelt: '"os" is "{value}" (CodeDeploy: "specifies an unsupported operating system ({value})"); did you mean {near}?',
    unknown: '"os" is "{value}" (CodeDeploy: "specifies an unsupported operating system ({value})"); write linux or windows.',
    collection: '"os" is {kind} (CodeDeploy: "specifies an unsupported operating system"); write the one word linux or windows.',
  },
  check(appspec, { report }) {
    const os = appspec.section('os')?.value
    if (appspec.platform !== 'server' || !os || isUnevaluated(os)) return
    if (os.kind !== 'scalar') {
      report(os, 'collection', { kind: kindName(os) })
      return
    }
    const value = os.text
    if (os.value === null || value === 'linux' || value === 'windows') return
    const near = LINUX.test(value) ? 'linux' : WINDOWS.test(value) ? 'windows' : closest(value, ['linux', 'windows'])
    if (near) report(os, 'misspelt', { value, near })
    else if (!isPlaceholder(value)) report(os, 'unknown', { value })
  },
})

const LINUX = /linux|ubuntu|debian|rhel|red ?hat|centos|fedora|suse|amzn|^unix$/i
const WINDOWS = /^win\d*$|windows/i
