import { defineRule, replaceText } from '#rule'
import { past } from './_runtimes.ts'

export default defineRule({
  id: 'lambda/deprecated-runtime',
  title: 'The runtime is deprecated',
  severity: 'warning',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  fixes: 'unsafe',
  why: 'The runtime gets no more security updates, and Lambda will refuse to create, then to update, functions that use it.',
  fix: 'Move the function to a runtime that Lambda supports.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html',
      fact: 'On its day of deprecation a runtime leaves support: no patches, and blocks to follow.',
    },
  ],
  notes: ['002:173', '002:243'],
  cfnLint: ['W2531'],
  messages: { deprecated: '{runtime} is deprecated since {date}; use {successor}.' },
  check(fn, { report }) {
    for (const { fact, life, date } of past(fn, 'deprecated')) {
      report(
        fact,
        'deprecated',
        { runtime: fact.value, date, successor: life.successor },
        fact.via ? undefined : replaceText(fact.node, life.successor),
      )
    }
  },
})
