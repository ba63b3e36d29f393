import { defineRule, isGenerated, list } from '#rule'
import { REFERENCE } from './_sources.ts'

export default defineRule({
  id: 'buildspec/invalid-variable-name',
  title: 'Variable name must be letters, digits and underscores',
  severity: 'warning',
  on: ['buildspec'],
  why: 'A shell cannot read a variable of any other name: $MY-VAR is $MY with "-VAR" behind it.',
  fix: 'Use letters, digits and underscores, and no digit first; list exported variables by their bare names.',
  sources: [
    { url: REFERENCE, fact: 'Variables of env are environment variables of the shell that runs the commands.' },
    {
      url: 'https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap03.html',
      fact: 'A name in the shell is made of underscores, digits and letters and does not begin with a digit.',
    },
  ],
  notes: ['002:1189', '002:2352'],
  messages: {
    name: 'The variable "{name}" cannot be read by a shell; use letters, digits and underscores.',
    exported: '"{name}" in exported-variables is no name of a variable; write {bare}.',
  },
  check(buildspec, { report }) {
    for (const { entry } of buildspec.variables) {
      const name = entry.key.text
      if (!/^[A-Za-z_]\w*$/.test(name) && !isGenerated(name)) report(entry.key, 'name', { name })
    }
    for (const { value: items } of buildspec.known('env.exported-variables', list)) {
      for (const item of items) {
        if (item.kind !== 'scalar') continue
        const bare = /^\$\{?([A-Za-z_]\w*)\}?$|^([A-Za-z_]\w*)=/.exec(item.text)
        if (bare) report(item, 'exported', { name: item.text, bare: bare[1] ?? bare[2] ?? '' })
      }
    }
  },
})
