import { defineRule, type Known } from '#rule'
import { BATCH_REFERENCE, REFERENCE } from './_sources.ts'

const LISTS = ['env.exported-variables', 'cache.fallback-keys', 'batch.build-list', 'batch.build-graph']

export default defineRule({
  id: 'buildspec/malformed-list',
  title: 'Section of the buildspec must be a list',
  severity: 'error',
  on: ['buildspec'],
  why: 'CodeBuild cannot read the file, and the build fails before it starts.',
  fix: 'Write each item on a line of its own, behind a dash.',
  sources: [
    { url: REFERENCE, fact: 'exported-variables and fallback-keys are sequences.' },
    { url: BATCH_REFERENCE, fact: 'build-list and build-graph are sequences of builds.' },
  ],
  notes: ['002:1187', '002:1189'],
  messages: { notList: '"{name}" must be a list, not a {kind}; write each item behind a dash.' },
  check(buildspec, { report }) {
    for (const path of LISTS) {
      for (const fact of buildspec.facts(path).filter((one): one is Known => one.state === 'known')) {
        const { value } = fact
        if (value.kind === 'sequence' || (value.kind === 'scalar' && value.value === null)) continue
        report(fact, 'notList', { name: path.split('.').pop() ?? '', kind: value.kind === 'mapping' ? 'map' : 'text' })
      }
    }
  },
})
