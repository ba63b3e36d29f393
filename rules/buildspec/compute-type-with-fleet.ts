import { defineRule } from '#rule'
import { BATCH_REFERENCE } from './_sources.ts'

export default defineRule({
  id: 'buildspec/compute-type-with-fleet',
  title: 'Build of a batch has a compute type and a fleet',
  severity: 'error',
  on: ['buildspec'],
  why: 'The two exclude each other: a fleet has the compute type that it was made with.',
  fix: 'Keep compute-type or fleet.',
  sources: [{ url: BATCH_REFERENCE, fact: 'In env of a build, compute-type and fleet exclude each other.' }],
  notes: ['002:1187', '002:1189'],
  messages: { both: '"compute-type" and "fleet" exclude each other; keep one of them.' },
  check(buildspec, { report }) {
    for (const { build } of buildspec.builds) {
      for (const env of build.items('env')) {
        const computeType = env.entries.find(({ key }) => key.text === 'compute-type')
        const fleet = env.entries.find(({ key }) => key.text === 'fleet')
        if (computeType && fleet) report({ node: fleet.key, related: [{ node: computeType.key, message: 'the compute type' }] }, 'both')
      }
    }
  },
})
