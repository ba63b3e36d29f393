import { closest, defineRule, FILE_KEYS, unknownKeys } from '#rule'
import { AGENT_PARSER, FILES } from './_pages.ts'
import { FILE_WORDS, isAnyMapping } from './_words.ts'

export default defineRule({
  id: 'appspec/unknown-file-key',
  title: 'Key of a files entry is ignored',
  severity: 'warning',
  on: ['appspec'],
  why: 'The agent reads source and destination only: with `overwrite` in an entry, a file that exists still fails the Install event.',
  fix: 'Remove the key; to replace files that exist, write `file_exists_behavior: OVERWRITE` at the top level.',
  sources: [
    {
      url: FILES,
      fact: 'An entry has source and destination; file_exists_behavior stands beside files and takes DISALLOW, OVERWRITE or RETAIN.',
    },
    { url: AGENT_PARSER, fact: 'Of each entry only source and destination are taken.' },
  ],
  notes: ['001:1097'],
  messages: {
    overwrite:
      '"{key}" is not read here, and a file that exists still fails the deployment ("a specified file already exists at this location"); write file_exists_behavior: OVERWRITE at the top level, beside files.',
    settled: '"{key}" is not read here; file_exists_behavior at the top level already says what is done: remove it.',
    section: '"{key}" is not read inside an entry; move it to the top level, beside files.',
    misspelt: '"{key}" is not read; did you mean "{near}"?',
    unknown: '"{key}" is not read; an entry has source and destination only.',
  },
  check(appspec, { report }) {
    for (const item of appspec.files) {
      if (isAnyMapping(appspec, item)) continue
      // What was meant as a key that is missing is reported as missing.
      const meant = FILE_KEYS.map((name) => appspec.standIn(item, name, FILE_KEYS, FILE_WORDS[name]))
      for (const key of unknownKeys(item, FILE_KEYS)) {
        if (meant.includes(key)) continue
        const near = closest(key.text, FILE_KEYS)
        if (/overwrite|override|replace|force/i.test(key.text))
          report(key, appspec.section('file_exists_behavior') ? 'settled' : 'overwrite', { key: key.text })
        else if (/exists?_?behaviou?r/i.test(key.text) || ['hooks', 'permissions', 'files'].includes(key.text))
          report(key, 'section', { key: key.text })
        else if (near) report(key, 'misspelt', { key: key.text, near })
        else report(key, 'unknown', { key: key.text })
      }
    }
  },
})
