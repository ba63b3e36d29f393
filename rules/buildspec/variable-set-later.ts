import { defineRule, list, string } from '#rule'
import { REFERENCE } from './_sources.ts'

export default defineRule({
  id: 'buildspec/variable-set-later',
  title: 'Variable is used before the phase that sets it',
  severity: 'info',
  on: ['buildspec'],
  why: 'Unless the project sets it too, the variable is empty when it is used.',
  fix: 'Set the variable in an earlier phase, or in env.',
  sources: [{ url: REFERENCE, fact: 'The phases run in the order install, pre_build, build, post_build, in one shell.' }],
  notes: ['002:1189'],
  messages: { later: '"{name}" is empty here: only the phase {phase} sets it; set it earlier.' },
  check(buildspec, { report }) {
    const { commands, calls } = buildspec
    if (calls.some(({ program }) => program === 'source' || program === '.' || program === 'eval')) return
    if (commands.some(({ isPartlyUnknown }) => isPartlyUnknown)) return
    const known = new Set(buildspec.variables.map(({ entry }) => entry.key.text))
    for (const { value } of buildspec.buildProject?.known('Environment.EnvironmentVariables.*.Name', string) ?? []) known.add(value)
    const exported = new Set(
      buildspec
        .known('env.exported-variables', list)
        .flatMap(({ value }) => value.map((item) => (item.kind === 'scalar' ? item.text : ''))),
    )
    const order = commands.map(({ phase }) => phase)
    const phases = [...new Set(order)]
    for (const [name, phase] of setters(calls)) {
      if (known.has(name) || exported.has(name) || !/^[A-Z][A-Z0-9_]{2,}$/.test(name)) continue
      for (const command of commands.filter((one) => phases.indexOf(one.phase) < phases.indexOf(phase))) {
        const use = new RegExp(`\\$(?:${name}(?!\\w)|\\{${name}\\})`).exec(command.text)
        // Any other mention may set it in a way that is not seen here.
        if (command.text.replace(new RegExp(`\\$\\{?${name}(?!\\w)`, 'g'), '').includes(name)) break
        if (!use) continue
        report(command.place(use.index, use.index + use[0].length), 'later', { name, phase })
        break
      }
    }

    /** The first phase that sets each variable. */
    function setters(all: typeof calls): Map<string, string> {
      const first = new Map<string, string>()
      for (const { shell, program, args, command } of all) {
        for (const word of [...(shell.words.length ? [] : shell.assignments), ...(program === 'export' ? args : [])]) {
          const name = /^(\w+)=/.exec(word.text)?.[1]
          if (name && !first.has(name)) first.set(name, command.phase)
        }
      }
      return first
    }
  },
})
