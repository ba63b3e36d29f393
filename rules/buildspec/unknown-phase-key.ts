import { BUILDSPEC_KEYS, BUILDSPEC_SECTIONS, defineRule, PHASES, strangers } from '#rule'
import { REFERENCE } from './_sources.ts'

const SECTIONS: readonly string[] = BUILDSPEC_SECTIONS
const NAMES: readonly string[] = PHASES

export default defineRule({
  id: 'buildspec/unknown-phase-key',
  title: 'Phase has an unknown key',
  severity: 'warning',
  on: ['buildspec'],
  why: 'CodeBuild does not apply it: commands under a misspelt key never run, artifacts within a phase are never uploaded.',
  fix: 'Correct the name, or move the key to the level that it belongs to.',
  sources: [{ url: REFERENCE, fact: 'A phase has commands, finally, on-failure and run-as; install also has runtime-versions.' }],
  notes: ['000:315', '000:317', '002:1187', '002:1189'],
  messages: {
    section: '"{name}" within the phase {phase} is ignored; move it to the top level of the buildspec.',
    phase: '"{name}" within the phase {phase} is ignored; move it one level up, beside {phase}.',
    misspelt: '"{name}" is no key of a phase and is ignored; did you mean "{near}"?',
    unknown: '"{name}" is no key of a phase and is ignored; the keys are {keys}.',
  },
  check(buildspec, { report }) {
    for (const { key, phase } of buildspec.phaseMaps) {
      if (!NAMES.includes(key.text)) continue
      for (const { entry, name, near } of strangers(phase.node, BUILDSPEC_KEYS.phase)) {
        if (NAMES.includes(name)) report(entry.key, 'phase', { name, phase: key.text })
        else if (SECTIONS.includes(name)) report(entry.key, 'section', { name, phase: key.text })
        else if (near) report(entry.key, 'misspelt', { name, near })
        else report(entry.key, 'unknown', { name, keys: BUILDSPEC_KEYS.phase.join(', ') })
      }
    }
  },
})
