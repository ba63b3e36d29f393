import { atKey, defineRule, present } from '#rule'
import { sourcesOf } from './_sources.ts'

const SETTINGS = [
  'BisectBatchOnFunctionError',
  'DestinationConfig',
  'MaximumRecordAgeInSeconds',
  'MaximumRetryAttempts',
  'ParallelizationFactor',
  'TumblingWindowInSeconds',
]

export default defineRule({
  id: 'lambda/stream-setting-on-queue',
  title: 'Stream settings do not apply to queues',
  severity: 'error',
  on: ['AWS::Lambda::EventSourceMapping', 'AWS::Serverless::Function'],
  why: 'Lambda rejects the mapping.',
  fix: 'Remove the setting; a queue has a visibility timeout and a redrive policy of its own instead.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html',
      fact: 'Retries, record age, splitting of batches, parallelism and tumbling windows are for streams and Kafka.',
    },
    {
      url: 'https://github.com/serverless/serverless/issues/7762',
      fact: 'A mapping of a queue with MaximumRetryAttempts was refused as not supported.',
    },
  ],
  notes: ['000:608', '004:310'],
  messages: {
    setting: '{name} is for streams; a queue does not take it, so remove it.',
  },
  check(resource, { report }) {
    for (const { settings } of sourcesOf(resource, 'sqs', 'mq')) {
      for (const name of SETTINGS) for (const set of present(settings, name)) report(atKey(set), 'setting', { name })
    }
  },
})
