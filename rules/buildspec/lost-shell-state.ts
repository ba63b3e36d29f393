import { defineRule } from '#rule'
import { REFERENCE } from './_sources.ts'

export default defineRule({
  id: 'buildspec/lost-shell-state',
  title: 'In version 0.1 a command does not change the shell of the next one',
  severity: 'warning',
  on: ['buildspec'],
  why: 'Each command of version 0.1 has a shell of its own: the next command runs in the old folder and without the variable.',
  fix: 'Write "version: 0.2", or join the commands that belong together with "&&".',
  sources: [{ url: REFERENCE, fact: 'Version 0.1 runs each command in a separate instance of the shell; 0.2 runs all in the same one.' }],
  notes: ['000:315', '002:1189'],
  messages: { lost: 'In version 0.1 the effect of "{program}" is gone with this command; write "version: 0.2".' },
  check(buildspec, { report }) {
    if (buildspec.version !== '0.1') return
    for (const { calls } of buildspec.commands) {
      // Alone: what is joined with it still profits.
      const [call] = calls.filter(({ shell }) => !shell.isNested)
      if (!call || calls.some(({ shell }) => !shell.isNested && shell !== call.shell)) continue
      const isState = /^(cd|pushd|export|alias|source|\.)$/.test(call.program) && call.args.length > 0
      if (isState) report(call.head(0), 'lost', { program: call.program })
    }
  },
})
