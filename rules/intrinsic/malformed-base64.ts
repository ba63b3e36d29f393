import { callOf, defineRule, SHAPES, shapesOf } from '#rule'

export default defineRule({
  id: 'intrinsic/malformed-base64',
  title: 'Fn::Base64 takes a text',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template before it creates anything.',
  fix: 'Give Fn::Base64 one text, or a function that gives one.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-base64.html',
      fact: 'Fn::Base64 takes one value that is text, or a function that returns text.',
    },
  ],
  cfnLint: ['E1021'],
  messages: {
    text: 'Fn::Base64 takes text; this is {shape}.',
  },
  check(template, { report }) {
    for (const { call, when } of template.references.callsOf('Fn::Base64')) {
      const { argument, key } = call
      for (const { shape, node, when: only } of shapesOf(template, argument, when)) {
        if (shape === 'string' || shape === 'number') continue
        report({ node: node === argument && !callOf(node) ? key : node, when: only }, 'text', { shape: SHAPES[shape] })
      }
    }
  },
})
