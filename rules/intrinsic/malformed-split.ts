import { callOf, defineRule, nounOf, SHAPES, shapesOf } from '#rule'

export default defineRule({
  id: 'intrinsic/malformed-split',
  title: 'Fn::Split takes a delimiter and a text',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template before it creates anything.',
  fix: 'Write a list of two: the delimiter as text, and the text to split.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-split.html',
      fact: 'Fn::Split takes a delimiter, which is text and no function, and a text or a function that gives one.',
    },
  ],
  cfnLint: ['E1018'],
  messages: {
    list: 'Fn::Split takes a list of two: a delimiter and a text.',
    count: 'Fn::Split takes two items, a delimiter and a text; this has {count}.',
    delimiter: 'The delimiter of Fn::Split must be text; this is {noun}.',
    text: 'Fn::Split splits text; this is {shape}.',
  },
  check(template, { report }) {
    for (const { call, when } of template.references.callsOf('Fn::Split')) {
      const { argument, key } = call
      if (argument.kind !== 'sequence') {
        if (callOf(argument)?.name !== 'Fn::Transform') report(key, 'list')
        continue
      }
      const [delimiter, text] = argument.items
      if (!delimiter || !text || argument.items.length !== 2) {
        report(key, 'count', { count: argument.items.length })
        continue
      }
      if (delimiter.kind !== 'scalar' && callOf(delimiter)?.name !== 'Fn::Transform')
        report(delimiter, 'delimiter', { noun: nounOf(delimiter) })
      for (const { shape, node, when: only } of shapesOf(template, text, when)) {
        if (shape !== 'string' && shape !== 'number') report({ node, when: only }, 'text', { shape: SHAPES[shape] })
      }
    }
  },
})
