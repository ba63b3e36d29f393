import { closest, defineRule, SCRIPT_KEYS, unknownKeys } from '#rule'
import { AGENT_PARSER, HOOKS } from './_pages.ts'
import { LOCATION_WORDS } from './_words.ts'

export default defineRule({
  id: 'appspec/unknown-script-key',
  title: 'Key of a hook script is ignored',
  severity: 'warning',
  on: ['appspec'],
  why: 'The agent passes over the key: a script with `runAs` runs as root, one with `timout` for up to an hour.',
  fix: 'Correct the name; a script has location, timeout and runas.',
  sources: [
    { url: HOOKS, fact: 'A script has location, timeout and runas.' },
    { url: AGENT_PARSER, fact: 'The agent takes location, timeout, runas and sudo of a script, and nothing else.' },
  ],
  notes: ['001:1099', '001:1100', '001:1102'],
  messages: {
    misspelt: '"{key}" is not read; did you mean "{near}"?',
    unknown: '"{key}" is not read; a script has location, timeout and runas.',
  },
  check(appspec, { report }) {
    for (const { node } of appspec.scripts) {
      // What was meant as the location that is missing is reported as missing.
      const meant = appspec.standIn(node, 'location', SCRIPT_KEYS, LOCATION_WORDS)
      for (const key of unknownKeys(node, SCRIPT_KEYS)) {
        if (key === meant) continue
        const near = /^(run_?as_?)?user$/i.test(key.text) ? 'runas' : closest(key.text, SCRIPT_KEYS)
        if (near) report(key, 'misspelt', { key: key.text, near })
        else report(key, 'unknown', { key: key.text })
      }
    }
  },
})
