import { BUILDSPEC_KEYS, defineRule, PHASES, strangers } from '#rule'
import { REFERENCE } from './_sources.ts'

export default defineRule({
  id: 'buildspec/commands-missing',
  title: 'Phase has no commands',
  severity: 'info',
  on: ['buildspec'],
  why: 'The phase does nothing: CodeBuild only notes in the log that it found no commands.',
  fix: 'Give the phase a list of commands, or remove it.',
  sources: [{ url: REFERENCE, fact: 'pre_build, build and post_build have a sequence of commands.' }],
  notes: ['000:315', '000:317', '002:1187', '002:1189'],
  messages: {
    missing: 'The phase {phase} has no commands; give it some or remove it.',
    text: 'The commands of the phase {phase} are a single text; write them as a list.',
  },
  check(buildspec, { report }) {
    const { phases } = buildspec
    phases.forEach(({ key, value }, i) => {
      const phase = key.text
      if (isPhase(phase) && value.kind === 'scalar' && value.value === null) {
        // Its content may stand behind it, with its indentation lost.
        const next = phases[i + 1]?.key.text ?? ''
        if (!(BUILDSPEC_KEYS.phase as readonly string[]).includes(next)) report(key, 'missing', { phase })
      }
    })
    for (const { key, phase } of buildspec.phaseMaps) {
      if (!isPhase(key.text) || phase.isOpen || strangers(phase.node, BUILDSPEC_KEYS.phase).length) continue
      const [commands] = phase.facts('commands')
      if (commands?.state === 'known' && commands.value.kind === 'scalar' && commands.value.value !== null) {
        report(commands, 'text', { phase: key.text })
        continue
      }
      // What the runtimes lack is said elsewhere.
      const selects = key.text === 'install' && phase.entries.some((entry) => entry.key.text === 'runtime-versions')
      const isIdle = ['commands', 'finally', 'steps'].every((name) =>
        phase.facts(name).every((fact) => fact.state === 'absent' || (fact.state === 'known' && isEmpty(fact.value))),
      )
      if (isIdle && !selects) report(key, 'missing', { phase: key.text })
    }
  },
})

const isPhase = (name: string): boolean => (PHASES as readonly string[]).includes(name)

const isEmpty = (node: { kind: string; value?: unknown; items?: readonly unknown[] }): boolean =>
  (node.kind === 'scalar' && node.value === null) || (node.kind === 'sequence' && node.items?.length === 0)
