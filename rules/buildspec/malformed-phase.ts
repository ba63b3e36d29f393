import { defineRule, PHASES } from '#rule'
import { REFERENCE } from './_sources.ts'

export default defineRule({
  id: 'buildspec/malformed-phase',
  title: 'Phase must be a map with commands',
  severity: 'error',
  on: ['buildspec'],
  why: 'CodeBuild cannot read the file when a phase holds its commands directly, and the build fails before it starts.',
  fix: 'Put the commands as a list under "commands" in the phase.',
  sources: [{ url: REFERENCE, fact: 'Each phase is a map whose commands are a sequence.' }],
  notes: ['002:1187', '002:1189'],
  messages: {
    list: 'The phase {phase} is a list; put its commands under "commands".',
    text: 'The phase {phase} is a text; put it as a list under "commands".',
    map: '"{name}" of the phase {phase} is a map; it must be a list of commands.',
  },
  check(buildspec, { report }) {
    const isPhase = (name: string): boolean => (PHASES as readonly string[]).includes(name)
    for (const { key, value } of buildspec.phases.filter((entry) => isPhase(entry.key.text))) {
      if (value.kind === 'sequence') report(value, 'list', { phase: key.text })
      else if (value.kind === 'scalar' && value.value !== null && !buildspec.isUnknown(value)) report(value, 'text', { phase: key.text })
    }
    for (const { key, phase } of buildspec.phaseMaps) {
      for (const { key: name, value } of phase.entries) {
        if ((name.text === 'commands' || name.text === 'finally') && value.kind === 'mapping')
          report(value, 'map', { name: name.text, phase: key.text })
      }
    }
  },
})
