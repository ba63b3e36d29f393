import { defineRule } from '#rule'

export default defineRule({
  id: 'lambda/default-timeout',
  title: 'Without a Timeout a function stops after 3 seconds',
  severity: 'info',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'The function is stopped after 3 seconds, which a slow answer of another service is enough for.',
  fix: 'Set Timeout to what the work can take.',
  sources: [
    { url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html', fact: 'Without a timeout a function has 3 seconds.' },
  ],
  notes: ['002:179'],
  messages: {
    timeout: 'Without Timeout the function is stopped after 3 seconds; set it.',
  },
  check(fn, { report }) {
    for (const { when } of fn.absent('Timeout')) report({ node: fn.key, when }, 'timeout')
  },
})
