import { callOf, defineRule, nounOf } from '#rule'

const KEYS = ['StackName', 'OutputName', 'Region', 'RoleArn']

export default defineRule({
  id: 'intrinsic/malformed-stack-output',
  title: 'Fn::GetStackOutput needs StackName and OutputName',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template before it creates anything.',
  fix: 'Write a map with StackName and OutputName, and where needed Region and RoleArn.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getstackoutput.html',
      fact: 'Fn::GetStackOutput takes a map of StackName and OutputName, both required, Region and RoleArn; the short form takes no other short form inside.',
    },
  ],
  notes: ['000:725'],
  cfnLint: ['E1033'],
  messages: {
    map: 'Fn::GetStackOutput takes a map with StackName and OutputName; this is {noun}.',
    missing: 'Fn::GetStackOutput needs {name}; add it.',
    unknown: 'Fn::GetStackOutput takes StackName, OutputName, Region and RoleArn; it has no "{name}".',
    short: '{tag} cannot stand within !GetStackOutput; write Fn::GetStackOutput in full.',
  },
  check(template, { report }) {
    for (const { call } of template.references.callsOf('Fn::GetStackOutput')) {
      const { argument, key, node } = call
      if (argument.kind !== 'mapping' || (callOf(argument) && callOf(argument)?.name !== 'Fn::Transform')) {
        report(key, 'map', { noun: nounOf(argument) })
        continue
      }
      const names = argument.entries.map((entry) => entry.key.text)
      if (names.includes('Fn::Transform')) continue
      for (const name of ['StackName', 'OutputName']) if (!names.includes(name)) report(key, 'missing', { name })
      for (const { key: name, value } of argument.entries) {
        if (!KEYS.includes(name.text)) report(name, 'unknown', { name: name.text })
        else if (node.tag && value.kind === 'mapping' && value.tag) report(value, 'short', { tag: value.tag })
      }
    }
  },
})
