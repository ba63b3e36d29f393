import { defineRule, eventSourcesIn, number } from '#rule'

export default defineRule({
  id: 'lambda/record-age-out-of-range',
  title: 'The maximum record age is -1 or 60 to 604800 seconds',
  severity: 'error',
  on: ['AWS::Lambda::EventSourceMapping', 'AWS::Serverless::Function'],
  why: 'Lambda rejects the mapping.',
  fix: 'Use 60 to 604800 seconds, or -1 for no limit.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-parameters.html',
      fact: 'The age is -1 for no limit, or 60 seconds to seven days.',
    },
  ],
  notes: ['000:608', '004:310'],
  messages: {
    range: 'MaximumRecordAgeInSeconds is {value}; it must be -1 or 60 to 604800.',
  },
  check(resource, { report }) {
    for (const { properties } of eventSourcesIn(resource)) {
      for (const age of properties.known('MaximumRecordAgeInSeconds', number)) {
        // The published schema says what is outside of -1 to 604800.
        if (age.value >= 0 && age.value < 60) report(age, 'range', { value: age.value })
      }
    }
  },
})
