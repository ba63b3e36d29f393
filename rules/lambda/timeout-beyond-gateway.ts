import { defineRule, eventsOf, number, table } from '#rule'

/** How many seconds an event waits for the function; others do not wait. */
const LIMITS: Readonly<Record<string, number>> = table({ Api: 29, HttpApi: 30 })

export default defineRule({
  id: 'lambda/timeout-beyond-gateway',
  title: 'A function behind an API cannot use more time than the gateway waits',
  severity: 'info',
  on: ['AWS::Serverless::Function'],
  why: 'The caller is told that the gateway timed out while the function goes on, is paid, and may be called again.',
  fix: 'Lower Timeout, answer at once and work on in the background, or raise the limit of the API.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html',
      fact: 'A REST API waits 29 seconds unless that is raised, an HTTP API 30 seconds.',
    },
  ],
  notes: ['001:705', '002:408', '003:370'],
  messages: {
    longer:
      'Timeout is {value} seconds, but the API in front of the function waits at most {limit}; lower it, or raise the limit of the API.',
  },
  check(fn, { report }) {
    const events = eventsOf(fn)
    const limit = Math.max(...events.map(({ type }) => LIMITS[type?.text ?? ''] ?? Number.POSITIVE_INFINITY))
    if (events.length === 0 || limit === Number.POSITIVE_INFINITY) return
    for (const timeout of fn.known('Timeout', number)) if (timeout.value > limit) report(timeout, 'longer', { value: timeout.value, limit })
  },
})
