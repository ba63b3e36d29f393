import { at, callOf, childOf, defineRule, idIn, type Node } from '#rule'
import { makesRole, POLICY_TEMPLATES } from './_policies.ts'

export default defineRule({
  id: 'sam/mixed-policy-kinds',
  title: 'Fn::If chooses between two kinds of policy',
  severity: 'error',
  on: ['AWS::Serverless::Function', 'AWS::Serverless::StateMachine'],
  why: 'SAM must know before conditions are decided whether an entry is a managed policy, a document or a template; the transform fails.',
  fix: 'Write two entries, each with a Fn::If of its own and AWS::NoValue as the other value.',
  sources: [
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/resource_policies.py',
      fact: 'Both values of a Fn::If must be of one kind of policy, or one of them AWS::NoValue.',
    },
  ],
  messages: { mixed: 'Fn::If chooses between {one} and {other}; write two entries, each with AWS::NoValue as its other value.' },
  check(resource, { report }) {
    if (resource.type === 'AWS::Serverless::Function' && !makesRole(resource)) return
    const policies = at(resource.node, 'Policies')
    for (const policy of policies?.kind === 'sequence' ? policies.items : policies ? [policies] : []) judge(policy)

    function judge(policy: Node): void {
      const values = branches(policy)
      if (!values) return
      const [one, other] = values.map(kindOf)
      if (one && other && one !== other) report(policy, 'mixed', { one, other })
      for (const value of values) judge(value)
    }
  },
})

function branches(node: Node): readonly Node[] | undefined {
  const call = callOf(node)
  if (call?.name !== 'Fn::If' || call.argument.kind !== 'sequence' || call.argument.items.length !== 3) return undefined
  return call.argument.items.slice(1)
}

/** What the transform takes a policy for; undefined where nothing follows from it. */
function kindOf(policy: Node): string | undefined {
  const inner = branches(policy)
  if (inner) return inner.map(kindOf).find((kind) => kind !== undefined)
  const call = callOf(policy)
  if (call) return call.name === 'Fn::Transform' || idIn(policy) === 'AWS::NoValue' ? undefined : 'a managed policy'
  if (policy.kind === 'scalar') return policy.value === null ? undefined : 'a managed policy'
  if (policy.kind !== 'mapping') return undefined
  if (childOf(policy, 'Statement')) return 'a policy document'
  const [entry] = policy.entries
  return policy.entries.length === 1 && entry && entry.key.text in POLICY_TEMPLATES ? 'a policy template' : undefined
}
