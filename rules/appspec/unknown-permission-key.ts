import { closest, defineRule, PERMISSION_KEYS, unknownKeys } from '#rule'
import { AGENT_PARSER, PERMISSIONS } from './_pages.ts'
import { OBJECT_WORDS } from './_words.ts'

export default defineRule({
  id: 'appspec/unknown-permission-key',
  title: 'Key of a permissions entry is ignored',
  severity: 'warning',
  on: ['appspec'],
  why: 'The agent passes over the key, and the files keep the owner and mode that they had.',
  fix: 'Correct the name, or remove the key.',
  sources: [
    { url: PERMISSIONS, fact: 'An entry has object, pattern, except, owner, group, mode, acls, context and type.' },
    { url: AGENT_PARSER, fact: 'The agent takes these keys of an entry, and nothing else.' },
  ],
  notes: ['001:1098'],
  messages: {
    misspelt: '"{key}" is not read; did you mean "{near}"?',
    unknown: '"{key}" is not read; the keys of an entry are {keys}.',
  },
  check(appspec, { report }) {
    for (const item of appspec.permissions) {
      // What was meant as the object that is missing is reported as missing.
      const meant = appspec.standIn(item, 'object', PERMISSION_KEYS, OBJECT_WORDS)
      for (const key of unknownKeys(item, PERMISSION_KEYS)) {
        if (key === meant) continue
        const near = /^user$/i.test(key.text) ? 'owner' : closest(key.text, PERMISSION_KEYS)
        if (near) report(key, 'misspelt', { key: key.text, near })
        else report(key, 'unknown', { key: key.text, keys: PERMISSION_KEYS.join(', ') })
      }
    }
  },
})
