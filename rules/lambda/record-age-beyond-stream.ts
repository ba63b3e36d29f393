import { defineRule, number } from '#rule'
import { sourcesOf } from './_sources.ts'

export default defineRule({
  id: 'lambda/record-age-beyond-stream',
  title: 'DynamoDB streams keep records for 24 hours',
  severity: 'info',
  on: ['AWS::Lambda::EventSourceMapping', 'AWS::Serverless::Function'],
  why: 'The setting has no effect: the records are gone before they reach that age.',
  fix: 'Use at most 86400 seconds, or -1.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html',
      fact: 'Records of a DynamoDB stream are removed after 24 hours.',
    },
  ],
  notes: ['000:608', '004:310'],
  messages: {
    age: 'MaximumRecordAgeInSeconds is {value}, but a DynamoDB stream keeps its records for 86400 seconds; use less, or -1.',
  },
  check(resource, { report }) {
    for (const { settings } of sourcesOf(resource, 'dynamodb')) {
      for (const age of settings.known('MaximumRecordAgeInSeconds', number)) {
        if (age.value > 86_400 && age.value <= 604_800) report(age, 'age', { value: age.value })
      }
    }
  },
})
