import { defineRule, type Known } from '#rule'
import { REFERENCE } from './_sources.ts'

export default defineRule({
  id: 'buildspec/misplaced-runtime-versions',
  title: 'runtime-versions belongs to the install phase',
  severity: 'error',
  on: ['buildspec'],
  why: 'Only the install phase selects runtimes; anywhere else the build runs with whatever version the image happens to have.',
  fix: 'Move runtime-versions into phases.install, as a map of runtimes and versions.',
  sources: [{ url: REFERENCE, fact: 'runtime-versions is a key of the install phase and names at least one runtime.' }],
  notes: ['000:317', '002:1189'],
  messages: {
    phase: '"runtime-versions" in the phase {phase} is not read; move it into phases.install.',
    top: '"runtime-versions" at the top level is not read; move it into phases.install.',
    empty: '"runtime-versions" names no runtime; name one, as in "nodejs: 22", or remove it.',
    notMap: '"runtime-versions" must be a map of runtimes and versions, as in "nodejs: 22".',
  },
  check(buildspec, { report }) {
    const top = buildspec.section('runtime-versions')
    // With the indentation of phases lost, nothing stands where it should.
    if (top && buildspec.dedented('phases').length === 0) report(top.key, 'top')
    for (const { key, phase } of buildspec.phaseMaps) {
      const entry = phase.entries.find((one) => one.key.text === 'runtime-versions')
      if (!entry) continue
      if (key.text !== 'install') {
        report(entry.key, 'phase', { phase: key.text })
        continue
      }
      for (const { value } of phase.facts('runtime-versions').filter((fact): fact is Known => fact.state === 'known')) {
        if (value.kind === 'scalar' && value.value !== null) report(value, 'notMap')
        else if (value.kind === 'sequence') report(entry.key, 'notMap')
        else if (value.kind === 'scalar' || value.entries.length === 0) report(entry.key, 'empty')
      }
    }
  },
})
