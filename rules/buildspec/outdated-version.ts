import { defineRule, replaceValue } from '#rule'
import { REFERENCE } from './_sources.ts'

export default defineRule({
  id: 'buildspec/outdated-version',
  title: 'Buildspec version 0.1 loses state between commands',
  severity: 'info',
  on: ['buildspec'],
  fixes: 'unsafe',
  why: 'In version 0.1 every command runs in a shell of its own: what cd and export did is gone with the next one.',
  fix: 'Write "version: 0.2", and rename environment_variables to env and plaintext to variables.',
  sources: [
    { url: REFERENCE, fact: 'Version 0.1 runs each command in its own instance of the shell, 0.2 all in one; 0.2 is recommended.' },
  ],
  notes: ['000:315', '000:317', '002:1187', '002:1189'],
  messages: { old: 'Buildspec version 0.1 runs every command in a shell of its own; write "version: 0.2".' },
  check(buildspec, { report }) {
    const version = buildspec.section('version')
    if (version && buildspec.version === '0.1') report(version.value, 'old', {}, replaceValue(version.value, '0.2'))
  },
})
