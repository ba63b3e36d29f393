import { count, defineRule } from '#rule'

export default defineRule({
  id: 'lambda/too-many-layers',
  title: 'A function takes at most five layers',
  severity: 'error',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'Lambda rejects the function.',
  fix: 'Put layers together; five is the most.',
  sources: [{ url: 'https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html', fact: 'A function takes up to five layers.' }],
  notes: ['002:257'],
  cfnLint: ['E3032'],
  check: count('Layers', { max: 5, noun: 'layers' }),
})
