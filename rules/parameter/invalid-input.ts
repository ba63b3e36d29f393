import { breachMessages, brokenBy, defineRule } from '#rule'

export default defineRule({
  id: 'parameter/invalid-input',
  title: 'A value that is given for a parameter must keep its constraints',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation refuses the deployment before it creates anything.',
  fix: 'Give another value, or change the constraint of the parameter.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
      fact: 'Every value that is given at deployment is checked against AllowedValues, AllowedPattern, lengths and bounds.',
    },
  ],
  cfnLint: ['E2900'],
  messages: breachMessages('The given value is'),
  check(template, { report }) {
    for (const parameter of template.parameters.values()) {
      const given = parameter.givenScalar
      if (!given) continue
      for (const { breach, value, limit } of brokenBy(parameter, given)) report(parameter.node, breach, { value, limit })
    }
  },
})
