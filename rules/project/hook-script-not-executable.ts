import { defineRule } from '#rule'
import { AGENT_HOOKS } from './_pages.ts'
import { scriptsOf } from './_scripts.ts'

export default defineRule({
  id: 'project/hook-script-not-executable',
  title: 'Hook script may not be executed',
  severity: 'info',
  on: ['appspec'],
  why: 'Agent 1.x makes it executable before it runs it and says so in its log; where it may not change the file, the event fails.',
  fix: 'Set the bit in the repository: git update-index --chmod=+x.',
  sources: [
    {
      url: AGENT_HOOKS,
      fact: 'A script that is not executable is made so; if that fails, the event fails with "Unable to set script … as executable".',
    },
  ],
  messages: { bit: '"{location}" may not be executed; set the bit with git update-index --chmod=+x {path}.' },
  check(appspec, { report }) {
    for (const { location, path } of scriptsOf(appspec))
      if (appspec.revision?.isExecutable(path) === false) report(location, 'bit', { location: location.text, path })
  },
})
