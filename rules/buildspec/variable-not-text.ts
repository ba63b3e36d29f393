import { defineRule, VARIABLE_MAPS } from '#rule'
import { REFERENCE } from './_sources.ts'

export default defineRule({
  id: 'buildspec/variable-not-text',
  title: 'Environment variable must be a plain value',
  severity: 'error',
  on: ['buildspec'],
  why: 'An environment variable is a text; CodeBuild cannot read a file in which one is a map or a list.',
  fix: 'Write NAME: value, and put a value that begins with a brace or bracket in quotes.',
  sources: [{ url: REFERENCE, fact: 'variables, parameter-store and secrets-manager map names to scalars.' }],
  notes: ['002:1189', '002:2019', '002:2352'],
  messages: {
    notText: 'The variable {name} is a {kind}; put its value in quotes, or write it as a text.',
    empty: 'The variable {name} has no {map} entry to read; name it.',
    list: 'The {map} of env must be a map of names and values, not a list; write "NAME: value" without the dash.',
    text: 'The {map} of env must be a map of names and values, not a text.',
  },
  check(buildspec, { report }) {
    for (const map of VARIABLE_MAPS) {
      for (const fact of buildspec.facts(`env.${map}`)) {
        if (fact.state !== 'known') continue
        if (fact.value.kind === 'sequence') report(fact, 'list', { map })
        else if (fact.value.kind === 'scalar' && fact.value.value !== null) report(fact, 'text', { map })
      }
    }
    for (const { map, entry } of buildspec.variables) {
      const { key, value } = entry
      const name = key.text
      if (value.kind !== 'scalar') report(value, 'notText', { name, kind: value.kind === 'mapping' ? 'map' : 'list' })
      // Without a value a plain variable is the empty text.
      else if ((value.value === null || value.text.trim() === '') && map !== 'variables') report(key, 'empty', { name, map })
    }
  },
})
