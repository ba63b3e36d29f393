import { count, defineRule } from '#rule'

export default defineRule({
  id: 'lambda/too-many-compatible-runtimes',
  title: 'A layer version lists at most 15 runtimes',
  severity: 'error',
  on: ['AWS::Lambda::LayerVersion', 'AWS::Serverless::LayerVersion'],
  why: 'Lambda rejects the layer version.',
  fix: 'List at most 15 runtimes.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/api/API_PublishLayerVersion.html',
      fact: 'A layer version lists at most 15 runtimes.',
    },
  ],
  notes: ['001:25'],
  cfnLint: ['E3032'],
  check: count('CompatibleRuntimes', { max: 15, noun: 'runtimes' }),
})
