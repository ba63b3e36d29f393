import { defineRule, SHAPES, shapesOf, subOf } from '#rule'

export default defineRule({
  id: 'intrinsic/list-in-sub',
  title: 'Fn::Sub variable must be a single value',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template before it creates anything.',
  fix: 'Join the list with Fn::Join first, in the map of variables, or take one item with Fn::Select.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html',
      fact: 'The variables of Fn::Sub stand for text.',
    },
  ],
  cfnLint: ['E1019'],
  messages: {
    parameter: '"{name}" is a list, which Fn::Sub cannot put into text; join it with Fn::Join.',
    variable: 'The variable "{name}" of Fn::Sub is {shape}; it must be text.',
  },
  check(template, { report }) {
    for (const { name, attribute, node, span } of template.references.usesOf(['Sub'], 'all')) {
      const parameter = attribute === undefined ? template.parameters.get(name) : undefined
      if (parameter?.isList) report({ node, span }, 'parameter', { name })
      else if (name === 'AWS::NotificationARNs') report({ node, span }, 'parameter', { name })
    }
    for (const { call, when } of template.references.callsOf('Fn::Sub')) {
      for (const { key, value } of subOf(call)?.variables?.entries ?? []) {
        if (key.text.startsWith('Fn::')) continue
        for (const { shape, when: only } of shapesOf(template, value, when)) {
          if (shape === 'list' || shape === 'map') report({ node: key, when: only }, 'variable', { name: key.text, shape: SHAPES[shape] })
        }
      }
    }
  },
})
