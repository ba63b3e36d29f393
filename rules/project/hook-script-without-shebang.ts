import { defineRule } from '#rule'
import { EXECVE, HOOKS } from './_pages.ts'
import { scriptsOf } from './_scripts.ts'

export default defineRule({
  id: 'project/hook-script-without-shebang',
  title: 'Hook script names no interpreter',
  severity: 'info',
  on: ['appspec'],
  why: 'Linux does not run a text without `#!`; what happens then depends on the agent and on runas: sh runs it, or nothing does.',
  fix: 'Begin the script with its interpreter, for example #!/bin/bash.',
  sources: [
    { url: EXECVE, fact: 'A text file can be executed when its first line begins with #! and the path of an interpreter.' },
    { url: HOOKS, fact: 'On Linux the agent runs the script itself.' },
  ],
  messages: { shebang: '"{location}" does not begin with "#!" and an interpreter; add one, for example #!/bin/bash.' },
  check(appspec, { report }) {
    for (const { location, text } of scriptsOf(appspec))
      if (!text.startsWith('#!')) report(location, 'shebang', { location: location.text })
  },
})
