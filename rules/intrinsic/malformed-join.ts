import { callOf, defineRule, SHAPES, shapesOf } from '#rule'

export default defineRule({
  id: 'intrinsic/malformed-join',
  title: 'Fn::Join takes a delimiter and a list',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template before it creates anything.',
  fix: 'Write a list of two: the delimiter as text, and the list of texts to join.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-join.html',
      fact: 'Fn::Join takes a delimiter, which is text and no function, and a list of values that are texts.',
    },
  ],
  notes: ['002:1335', '002:1337', '002:1338'],
  cfnLint: ['E1022'],
  messages: {
    list: 'Fn::Join takes a list of two: a delimiter and a list of values.',
    count: 'Fn::Join takes two items, a delimiter and a list of values; this has {count}. Put the values into a list of their own.',
    delimiter: 'The delimiter of Fn::Join must be text, no function or list.',
    values: 'The second item of Fn::Join must be a list; this is {shape}.',
    item: 'Fn::Join joins texts; this item is {shape}.',
  },
  check(template, { report }) {
    for (const { call, when } of template.references.callsOf('Fn::Join')) {
      const { argument, key } = call
      if (argument.kind !== 'sequence') {
        if (callOf(argument)?.name !== 'Fn::Transform') report(key, 'list')
        continue
      }
      const [delimiter, values] = argument.items
      if (!delimiter || !values || argument.items.length !== 2) {
        report(key, 'count', { count: argument.items.length })
        continue
      }
      if (delimiter.kind !== 'scalar' && callOf(delimiter)?.name !== 'Fn::Transform') report(delimiter, 'delimiter')
      for (const { shape, node, when: only } of shapesOf(template, values, when)) {
        if (shape === 'string' || shape === 'map' || shape === 'number') report({ node, when: only }, 'values', { shape: SHAPES[shape] })
      }
      for (const item of values.kind === 'sequence' ? values.items : []) {
        for (const { shape, node, when: only } of shapesOf(template, item, when)) {
          if (shape === 'list' || shape === 'map') report({ node, when: only }, 'item', { shape: SHAPES[shape] })
        }
      }
    }
  },
})
