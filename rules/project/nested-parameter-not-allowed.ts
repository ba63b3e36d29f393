import { breachMessages, brokenBy, defineRule, derivedAt, nestedTemplate, string } from '#rule'
import { STACK } from './_nested.ts'

export default defineRule({
  id: 'project/nested-parameter-not-allowed',
  title: 'Nested stack passes a value that the child does not allow',
  severity: 'error',
  on: ['AWS::CloudFormation::Stack', 'AWS::Serverless::Application'],
  why: 'CloudFormation refuses to create the nested stack, when the outer one is already half created.',
  fix: 'Pass a value that keeps the constraints, or change them in the child.',
  sources: [
    { url: STACK, fact: 'Values are passed to the parameters of the nested template.' },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
      fact: 'A value must keep the constraints that the template declares for the parameter.',
    },
  ],
  notes: ['002:1367', '002:1369', '002:1370', '002:1371', '002:1372'],
  messages: breachMessages('The value passed is'),
  check(stack, { report }) {
    const child = nestedTemplate(stack)
    for (const parameter of child?.parameters.values() ?? []) {
      for (const fact of stack.known(`Parameters.${parameter.name}`, string)) {
        for (const { breach, value, limit } of brokenBy(parameter, derivedAt(fact.node, fact.value))) report(fact, breach, { value, limit })
      }
    }
  },
})
