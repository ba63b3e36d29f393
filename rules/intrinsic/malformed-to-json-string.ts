import { callOf, defineRule, nounOf } from '#rule'

export default defineRule({
  id: 'intrinsic/malformed-to-json-string',
  title: 'Fn::ToJsonString takes a map or a list',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template before it creates anything.',
  fix: 'Give Fn::ToJsonString the map or list that is to become JSON.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ToJsonString.html',
      fact: 'Fn::ToJsonString takes an object or an array and returns it as a JSON text.',
    },
  ],
  cfnLint: ['E1031'],
  messages: {
    argument: 'Fn::ToJsonString takes a map or a list; this is {shape}.',
    empty: 'Fn::ToJsonString takes a map or a list that is not empty.',
  },
  check(template, { report }) {
    for (const { call, when } of template.references.callsOf('Fn::ToJsonString')) {
      const { argument, key } = call
      if (argument.kind === 'scalar') report(key, 'argument', { shape: nounOf(argument) })
      else if (callOf(argument)) continue
      else if ((argument.kind === 'mapping' ? argument.entries : argument.items).length === 0) report({ node: key, when }, 'empty')
    }
  },
})
