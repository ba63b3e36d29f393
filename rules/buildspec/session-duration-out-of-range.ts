import { defineRule } from '#rule'
import { durationOf } from './_sessions.ts'
import { ASSUME_ROLE } from './_sources.ts'

const CALLS = [
  { operation: 'assume-role', max: 43200 },
  { operation: 'assume-role-with-web-identity', max: 43200 },
  { operation: 'get-session-token', max: 129600 },
]

export default defineRule({
  id: 'buildspec/session-duration-out-of-range',
  title: 'Session duration is outside what STS accepts',
  severity: 'error',
  on: ['buildspec'],
  why: 'STS refuses the call, and the build fails.',
  fix: 'Ask for 900 to 43200 seconds for a role (3600 for a chained one), 900 to 129600 for a session token.',
  sources: [
    { url: ASSUME_ROLE, fact: 'DurationSeconds of a role is 900 to 43200.' },
    {
      url: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html',
      fact: 'DurationSeconds of a session token is 900 to 129600.',
    },
  ],
  notes: ['001:1000', '001:1001'],
  messages: { range: 'The session of {operation} lasts {min} to {max} seconds, not {value}; STS refuses the call.' },
  check(buildspec, { report }) {
    for (const call of buildspec.calls) {
      for (const { operation, max } of CALLS) {
        const duration = call.is('aws', 'sts', operation) ? durationOf(call) : undefined
        if (duration && (duration.seconds < 900 || duration.seconds > max))
          report(call.place(duration.word), 'range', { operation, min: 900, max, value: duration.seconds })
      }
    }
  },
})
