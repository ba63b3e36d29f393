import { defineRule, number } from '#rule'

export default defineRule({
  id: 'lambda/timeout-out-of-range',
  title: 'Lambda timeouts are 1 to 900 seconds',
  severity: 'error',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'Lambda rejects the function.',
  fix: 'Use at most 900 seconds. What takes longer is work for Step Functions, a durable function or a container.',
  sources: [
    { url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html', fact: 'A function can run for up to 900 seconds.' },
  ],
  notes: ['002:179', '002:1699', '003:370'],
  cfnLint: ['E3034'],
  messages: {
    range: 'Timeout is {value} seconds; it must be at most 900 seconds.',
  },
  check(fn, { report }) {
    if (fn.facts('CapacityProviderConfig').some(({ state }) => state !== 'absent')) return
    for (const timeout of fn.known('Timeout', number)) {
      if (timeout.value > 900) report(timeout, 'range', { value: timeout.value })
    }
  },
})
