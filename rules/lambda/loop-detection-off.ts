import { defineRule, string } from '#rule'

export default defineRule({
  id: 'lambda/loop-detection-off',
  title: 'Recursive loop detection should stay on',
  severity: 'info',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'A function that causes its own events runs until somebody notices the bill.',
  fix: 'Leave RecursiveLoop out, or set it to Terminate.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html',
      fact: 'Lambda stops functions that keep calling themselves through other services, unless that is switched off.',
    },
  ],
  notes: ['003:372'],
  messages: {
    allow: 'RecursiveLoop Allow switches off the detection of loops; leave it at Terminate.',
  },
  check(fn, { report }) {
    for (const loop of fn.known('RecursiveLoop', string)) if (loop.value === 'Allow') report(loop, 'allow')
  },
})
