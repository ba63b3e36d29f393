import { defineRule, number } from '#rule'

export default defineRule({
  id: 'cloudformation/wait-timeout-out-of-range',
  title: 'Wait condition timeout must be 0 to 43,200 seconds, count 0 or more',
  severity: 'error',
  on: ['AWS::CloudFormation::WaitCondition'],
  why: 'CloudFormation refuses the wait condition.',
  fix: 'Write the timeout as whole seconds, 12 hours at most, and a count that is not negative.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-waitcondition.html',
      fact: 'Timeout is a number of seconds of at most 43200; Count is the number of success signals to wait for.',
    },
  ],
  notes: ['002:1389'],
  messages: {
    timeout: 'Timeout is {value} seconds; it must be 0 to 43200.',
    count: 'Count is {value}; it must be 0 or more.',
  },
  check(wait, { report }) {
    for (const fact of wait.known('Timeout', number)) {
      if (fact.value < 0 || fact.value > 43_200) report(fact, 'timeout', { value: fact.value })
    }
    for (const fact of wait.known('Count', number)) if (fact.value < 0) report(fact, 'count', { value: fact.value })
  },
})
