import { defineRule, isPlaceholder, string } from '#rule'
import { REFERENCE } from './_sources.ts'

export default defineRule({
  id: 'buildspec/unknown-on-failure',
  title: 'on-failure must be ABORT, CONTINUE or RETRY',
  severity: 'error',
  on: ['buildspec'],
  why: 'What happens after a failed phase is then not what was meant, or the file is refused.',
  fix: 'Write ABORT, CONTINUE, or RETRY with at most 100 attempts and a pattern of the message, as in RETRY-3-.*timeout.*.',
  sources: [
    {
      url: REFERENCE,
      fact: 'on-failure is ABORT, CONTINUE or RETRY, the last with an optional count from 0 to 100 and an optional pattern.',
    },
  ],
  notes: ['000:315', '000:317', '002:1187', '002:1189'],
  messages: {
    unknown: 'There is no on-failure "{value}"; write ABORT, CONTINUE or RETRY.',
    count: 'The on-failure "{value}" retries more than 100 times; write a number from 0 to 100.',
  },
  check(buildspec, { report }) {
    for (const { phase } of buildspec.phaseMaps) {
      for (const fact of phase.known('on-failure', string)) {
        const { value } = fact
        const count = /^retry-(\d+)(?:-|$)/i.exec(value)?.[1]
        if (count && Number(count) > 100) report(fact, 'count', { value })
        else if (!/^(abort|continue|retry(-.+)?)$/i.test(value) && !isPlaceholder(value)) report(fact, 'unknown', { value })
      }
    }
  },
})
