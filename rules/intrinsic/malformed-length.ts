import { callOf, defineRule, SHAPES, shapesOf } from '#rule'

export default defineRule({
  id: 'intrinsic/malformed-length',
  title: 'Fn::Length takes a list',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template before it creates anything.',
  fix: 'Give Fn::Length a list, or a function that gives one.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-length.html',
      fact: 'Fn::Length takes a list, or a function that returns one, such as Ref of a list parameter or Fn::Split.',
    },
  ],
  cfnLint: ['E1030'],
  messages: {
    list: 'Fn::Length counts a list; this is {shape}.',
  },
  check(template, { report }) {
    for (const { call, when } of template.references.callsOf('Fn::Length')) {
      const { argument, key } = call
      for (const { shape, node, when: only } of shapesOf(template, argument, when)) {
        if (shape !== 'list')
          report({ node: node === argument && !callOf(node) ? key : node, when: only }, 'list', { shape: SHAPES[shape] })
      }
    }
  },
})
