import { childOf, defineRule, nounOf } from '#rule'
import { outputsOf } from './_outputs.ts'

export default defineRule({
  id: 'output/malformed-condition',
  title: 'The Condition of an output is the name of one condition',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation reads a name there and evaluates no functions; it rejects the template.',
  fix: 'Define the condition in the section Conditions and write its name.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html',
      fact: 'An output names, in Condition, the condition under which it is created.',
    },
  ],
  cfnLint: ['E6001', 'E6005'],
  messages: {
    notName: 'Condition of output "{name}" is {noun}; it must be the name of one condition.',
  },
  check(template, { report }) {
    for (const { name, body } of outputsOf(template)) {
      const value = childOf(body, 'Condition')
      if (value && value.kind !== 'scalar') report(value, 'notName', { name, noun: nounOf(value) })
    }
  },
})
