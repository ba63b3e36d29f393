import { defineRule, number } from '#rule'

export default defineRule({
  id: 'lambda/reserved-concurrency-zero',
  title: 'A reserved concurrency of 0 switches the function off',
  severity: 'warning',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'Lambda throttles every call: the function never runs.',
  fix: 'Remove the property, or reserve at least 1.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html',
      fact: 'A reserved concurrency of 0 stops a function.',
    },
  ],
  notes: ['000:511', '001:726', '002:188', '002:189', '002:209', '003:372', '003:386'],
  messages: {
    zero: 'ReservedConcurrentExecutions is 0: the function can never run; remove it or reserve at least 1.',
  },
  check(fn, { report }) {
    for (const reserved of fn.known('ReservedConcurrentExecutions', number)) {
      // Who deploys with a parameter means it.
      if (reserved.value === 0 && !reserved.via) report(reserved, 'zero')
    }
  },
})
