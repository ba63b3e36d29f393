import { callOf, defineRule, SHAPES, shapesOf } from '#rule'

export default defineRule({
  id: 'intrinsic/malformed-select',
  title: 'Fn::Select takes an index and a list',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template, or fails when it needs the value.',
  fix: 'Write a list of two: an index that counts from 0, and a list.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-select.html',
      fact: 'Fn::Select takes an index from 0 and a list of values without null entries.',
    },
  ],
  notes: ['002:1352', '002:1354'],
  cfnLint: ['E1017'],
  messages: {
    list: 'Fn::Select takes a list of two: an index and a list of values.',
    count: 'Fn::Select takes two items, an index and a list of values; this has {count}.',
    index: 'The index of Fn::Select is "{index}"; it must be a whole number from 0.',
    indexShape: 'The index of Fn::Select must be a whole number from 0; this is {shape}.',
    values: 'The second item of Fn::Select must be a list; this is {shape}.',
    nothing: 'Fn::Select takes no null among its values; write a value, or remove it.',
  },
  check(template, { report }) {
    for (const { call, when } of template.references.callsOf('Fn::Select')) {
      const { argument, key } = call
      if (argument.kind !== 'sequence') {
        if (callOf(argument)?.name !== 'Fn::Transform') report(key, 'list')
        continue
      }
      const [index, values] = argument.items
      if (!index || !values || argument.items.length !== 2) {
        report(key, 'count', { count: argument.items.length })
        continue
      }
      for (const fact of template.resolver.resolve(index, when)) {
        if (fact.state !== 'known') continue
        const { value } = fact
        if (value.kind !== 'scalar') report(fact, 'indexShape', { shape: value.kind === 'sequence' ? 'a list' : 'a map' })
        else if (!/^[+-]?\d+$/.test(value.text.trim())) report(fact, 'index', { index: value.text })
      }
      for (const { shape, node, when: only } of shapesOf(template, values, when)) {
        if (shape === 'string' || shape === 'map' || shape === 'number') report({ node, when: only }, 'values', { shape: SHAPES[shape] })
      }
      for (const item of values.kind === 'sequence' ? values.items : []) {
        if (item.kind === 'scalar' && item.value === null) report(item, 'nothing')
      }
    }
  },
})
