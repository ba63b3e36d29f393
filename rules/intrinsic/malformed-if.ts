import { callOf, defineRule } from '#rule'

export default defineRule({
  id: 'intrinsic/malformed-if',
  title: 'Fn::If takes a condition name and two values',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template before it creates anything.',
  fix: 'Write a list of three: the name of a condition, the value when it is true, the value when it is false.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html',
      fact: 'Fn::If takes the name of a condition, a value for true and a value for false.',
    },
  ],
  notes: ['002:1277', '002:1292'],
  cfnLint: ['E1028'],
  messages: {
    list: 'Fn::If takes a list: the name of a condition and two values.',
    count: 'Fn::If takes three items, the name of a condition and two values; this has {count}.',
    condition: 'The first item of Fn::If is the name of a condition; define an expression in Conditions and name it here.',
  },
  check(template, { report }) {
    for (const { call } of template.references.callsOf('Fn::If')) {
      const { argument, key } = call
      if (argument.kind !== 'sequence') {
        if (callOf(argument)?.name !== 'Fn::Transform') report(key, 'list')
      } else if (argument.items.some((item) => callOf(item)?.name === 'Fn::Transform')) continue
      else if (argument.items.length !== 3) report(key, 'count', { count: argument.items.length })
      else {
        const [condition] = argument.items
        if (condition && (condition.kind !== 'scalar' || typeof condition.value !== 'string')) report(condition, 'condition')
      }
    }
  },
})
