import { defineRule, number } from '#rule'

export default defineRule({
  id: 'lambda/reserved-concurrency-above-default',
  title: 'Reservations above 900 need a raised account limit',
  severity: 'info',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'Where the limit of the account was not raised, the deployment fails: 100 of its 1,000 have to stay unreserved.',
  fix: 'Make sure that the account has a higher limit, or reserve less.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
      fact: 'An account has 1,000 concurrent executions to begin with, of which 100 cannot be reserved.',
    },
  ],
  notes: ['000:511', '001:726', '002:188', '002:189', '002:209', '003:372', '003:386'],
  messages: {
    many: 'ReservedConcurrentExecutions is {value}; above 900 the account needs a raised limit.',
  },
  check(fn, { report }) {
    for (const reserved of fn.known('ReservedConcurrentExecutions', number))
      if (reserved.value > 900) report(reserved, 'many', { value: reserved.value })
  },
})
