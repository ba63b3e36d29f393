import { defineRule } from '#rule'
import { configuresCredentials, durationOf } from './_sessions.ts'
import { ASSUME_ROLE } from './_sources.ts'

export default defineRule({
  id: 'buildspec/chained-session-too-long',
  title: 'A chained role session lasts at most one hour',
  severity: 'error',
  on: ['buildspec'],
  why: 'The role of the build assumes another one, which is role chaining: STS refuses any session above an hour.',
  fix: 'Ask for 3600 seconds at most, and assume the role again when the hour is over.',
  sources: [{ url: ASSUME_ROLE, fact: 'With role chaining a session lasts at most one hour; a longer DurationSeconds fails.' }],
  notes: ['001:1000', '001:1001'],
  messages: { tooLong: 'A role that the role of the build assumes has at most 3600 seconds, not {value}; STS refuses the call.' },
  check(buildspec, { report }) {
    for (const call of buildspec.calls) {
      // With keys of a user it is no chaining.
      if (configuresCredentials(call)) return
      const duration = call.is('aws', 'sts', 'assume-role') ? durationOf(call) : undefined
      if (duration && duration.seconds > 3600 && duration.seconds <= 43200)
        report(call.place(duration.word), 'tooLong', { value: duration.seconds })
    }
  },
})
