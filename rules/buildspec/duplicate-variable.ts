import { defineRule } from '#rule'
import { REFERENCE } from './_sources.ts'

export default defineRule({
  id: 'buildspec/duplicate-variable',
  title: 'Variable is defined in two env maps',
  severity: 'warning',
  on: ['buildspec'],
  why: 'Nothing says which of the two values wins: a build may run with a plain default instead of the stored secret.',
  fix: 'Define the variable in one of variables, parameter-store and secrets-manager.',
  sources: [
    { url: REFERENCE, fact: 'variables, parameter-store and secrets-manager all set environment variables; no order among them is given.' },
  ],
  notes: ['001:1089', '002:1189', '002:2019', '002:2352'],
  messages: { twice: 'The variable {name} is defined under {map} and under {other}; keep one of them.' },
  check(buildspec, { report }) {
    const seen = new Map<string, { map: string; key: (typeof buildspec.variables)[number]['entry']['key'] }>()
    for (const { map, entry } of buildspec.variables) {
      const name = entry.key.text
      const first = seen.get(name)
      if (!first) seen.set(name, { map, key: entry.key })
      // Within one map it is a duplicate key.
      else if (first.map !== map)
        report({ node: entry.key, related: [{ node: first.key, message: `also under ${first.map}` }] }, 'twice', {
          name,
          map,
          other: first.map,
        })
    }
  },
})
