import { defineRule, isPlaceholder, type Known } from '#rule'
import { BATCH_REFERENCE } from './_sources.ts'

export default defineRule({
  id: 'buildspec/fanout-parallelism-missing',
  title: 'Fanout needs a number of parallel builds',
  severity: 'error',
  on: ['buildspec'],
  why: 'CodeBuild does not know into how many builds to split the tests, and refuses the batch.',
  fix: 'Set parallelism to a whole number above 0.',
  sources: [{ url: BATCH_REFERENCE, fact: 'build-fanout needs parallelism, the number of builds that share the tests.' }],
  notes: ['002:1187', '002:1189'],
  messages: {
    missing: '"build-fanout" has no parallelism; set it to the number of builds.',
    notNumber: 'The parallelism "{value}" must be a whole number above 0.',
  },
  check(buildspec, { report }) {
    for (const batch of buildspec.items('batch')) {
      const fanout = batch.entries.find(({ key }) => key.text === 'build-fanout')
      if (!fanout) continue
      for (const fact of batch.facts('build-fanout.parallelism')) {
        if (fact.state === 'absent') report(fanout.key, 'missing')
        else if (fact.state === 'known') checkNumber(fact)
      }
    }

    function checkNumber(fact: Known): void {
      const text = fact.value.kind === 'scalar' ? fact.value.text : ''
      if (!/^[1-9]\d*$/.test(text) && !isPlaceholder(text)) report(fact, 'notNumber', { value: text })
    }
  },
})
