import { callOf, defineRule } from '#rule'

export default defineRule({
  id: 'cloudformation/wait-handle-missing',
  title: 'Wait condition needs Handle and Timeout, or a CreationPolicy instead',
  severity: 'error',
  on: ['AWS::CloudFormation::WaitCondition'],
  why: 'CloudFormation refuses a wait condition that is only half of either form.',
  fix: 'Give Handle and Timeout, or a CreationPolicy with ResourceSignal and no properties.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-waitcondition.html',
      fact: 'Handle and Timeout are required unless the wait condition has a CreationPolicy; with one, neither may be given.',
    },
  ],
  notes: ['002:1389'],
  messages: {
    missing: 'The wait condition has neither {name} nor a CreationPolicy; add {name}.',
    conflict: '{name} cannot stand beside a CreationPolicy; remove one of the two.',
    handle: 'Handle refers to "{id}" of type {type}; it must be an AWS::CloudFormation::WaitConditionHandle.',
  },
  check(wait, { report }) {
    const { template } = wait
    const policy = wait.attribute('CreationPolicy')
    if (wait.isBodyOpen || template.isRewritten) return
    for (const name of ['Handle', 'Timeout', ...(policy ? ['Count'] : [])]) {
      for (const fact of wait.facts(name)) {
        if (fact.state === 'absent' && !policy) report({ node: wait.key, when: fact.when }, 'missing', { name })
        if (fact.state !== 'absent' && policy) report({ node: fact.node, when: fact.when }, 'conflict', { name })
      }
    }
    for (const fact of wait.facts('Handle')) {
      const call = fact.state === 'unknown' ? callOf(fact.node) : undefined
      const target = call?.name === 'Ref' && call.argument.kind === 'scalar' ? template.resources.get(call.argument.text) : undefined
      if (target && target.type !== 'AWS::CloudFormation::WaitConditionHandle' && target.type !== '')
        report({ node: fact.node, when: fact.when }, 'handle', { id: target.id, type: target.type })
    }
  },
})
