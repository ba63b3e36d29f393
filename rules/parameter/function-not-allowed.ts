import { callOf, defineRule, walk } from '#rule'

export default defineRule({
  id: 'parameter/function-not-allowed',
  title: 'Parameters take literals only',
  severity: 'error',
  on: ['template'],
  why: 'Parameters are read before any function is evaluated; CloudFormation rejects the template.',
  fix: 'Write a literal; compute the value where the parameter is used, for instance with a condition on an empty default.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html',
      fact: 'Functions can be used in resource properties, outputs, metadata attributes, update policies and conditions, not in Parameters.',
    },
  ],
  notes: [
    '000:723',
    '001:58',
    '001:59',
    '001:60',
    '001:61',
    '001:62',
    '001:63',
    '001:64',
    '001:65',
    '001:66',
    '001:67',
    '001:68',
    '001:69',
    '001:70',
    '001:71',
    '001:72',
    '001:73',
    '001:74',
    '001:75',
    '001:76',
    '001:77',
    '003:249',
  ],
  cfnLint: ['E2001'],
  messages: { function: '{name} cannot be used in Parameters; write a literal.' },
  check(template, { report }) {
    if (template.isRewritten) return
    for (const { node } of template.parameters.values()) {
      // What stands for the whole parameter or its Type is told of these.
      const parts = node.kind === 'mapping' && !callOf(node) ? node.entries.filter(({ key }) => key.text !== 'Type') : []
      for (const one of parts.flatMap(({ value }) => [...walk(value)])) {
        const call = callOf(one)
        if (call && call.name !== 'Fn::Transform') report(call.key, 'function', { name: call.name })
      }
    }
  },
})
