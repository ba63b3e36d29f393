import { defineRule } from '#rule'
import { past } from './_runtimes.ts'

export default defineRule({
  id: 'lambda/blocked-runtime',
  title: 'New functions cannot use a blocked runtime',
  severity: 'error',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'Lambda refuses to create the function, and the stack rolls back.',
  fix: 'Move the function to a runtime that Lambda supports.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html',
      fact: 'Some time after its deprecation a runtime is blocked: first no function can be created with it, then none updated.',
    },
  ],
  notes: ['002:173', '002:243'],
  cfnLint: ['E2531', 'E2533'],
  messages: { blocked: 'Lambda creates no functions with {runtime} since {date}; use {successor}.' },
  check(fn, { report }) {
    for (const { fact, life, date } of past(fn, 'blocked'))
      report(fact, 'blocked', { runtime: fact.value, date, successor: life.successor })
  },
})
