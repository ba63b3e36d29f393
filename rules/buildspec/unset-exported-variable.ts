import { defineRule, isGenerated, list } from '#rule'
import { REFERENCE } from './_sources.ts'

export default defineRule({
  id: 'buildspec/unset-exported-variable',
  title: 'Exported variable is set nowhere',
  severity: 'info',
  on: ['buildspec'],
  why: 'Unless the project sets it, the variable is exported with an empty value.',
  fix: 'Set the variable in env or in a command, or correct its name.',
  sources: [{ url: REFERENCE, fact: 'exported-variables lists variables of the build whose values are handed on.' }],
  notes: ['002:1189', '002:2019', '002:2352'],
  messages: { unset: 'The exported variable {name} is set neither in env nor by a command; set it or correct the name.' },
  check(buildspec, { report }) {
    const { commands, calls } = buildspec
    // Scripts that are read into the shell can set anything, and so can the builds of a batch.
    if (buildspec.section('batch') || commands.some((command) => command.isPartlyUnknown)) return
    if (calls.some(({ program }) => program === 'source' || program === '.' || program === 'eval')) return
    const set = new Set(buildspec.variables.map(({ entry }) => entry.key.text))
    const text = commands.map((command) => command.text).join('\n')
    for (const { value: items } of buildspec.known('env.exported-variables', list)) {
      for (const item of items) {
        const name = item.kind === 'scalar' ? item.text : ''
        if (!/^[A-Za-z_]\w*$/.test(name) || isGenerated(name) || /^(CODEBUILD|AWS)_/.test(name) || set.has(name)) continue
        // `NAME=`, `read NAME`, `export NAME`, `for NAME in`, `$env:NAME =`, or a word that a program may write.
        if (!new RegExp(`(?<![$\\w{])${name}(?!\\w)|env:${name}(?!\\w)`, 'i').test(text)) report(item, 'unset', { name })
      }
    }
  },
})
