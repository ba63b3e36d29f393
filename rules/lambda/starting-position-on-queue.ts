import { atKey, defineRule, present } from '#rule'
import { sourcesOf } from './_sources.ts'

export default defineRule({
  id: 'lambda/starting-position-on-queue',
  title: 'Mappings of queues have no StartingPosition',
  severity: 'error',
  on: ['AWS::Lambda::EventSourceMapping', 'AWS::Serverless::Function'],
  why: 'Lambda rejects the mapping: a queue has no position to start from.',
  fix: 'Remove the property.',
  sources: [
    {
      url: 'https://github.com/badmintoncryer/cdk-preflight/blob/main/docs/rules.md',
      fact: 'Tried: the mapping fails with "StartingPosition is not valid for SQS event sources".',
    },
    { url: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html', fact: 'A starting position is for streams.' },
  ],
  notes: ['002:1572', '002:1573', '002:1579', '002:2226'],
  cfnLint: ['E3634'],
  messages: {
    position: '{name} is for streams; a queue has none, so remove it.',
  },
  check(resource, { report }) {
    for (const { settings } of sourcesOf(resource, 'sqs', 'mq')) {
      for (const name of ['StartingPosition', 'StartingPositionTimestamp']) {
        for (const set of present(settings, name)) report(atKey(set), 'position', { name })
      }
    }
  },
})
