import { CONDITION_FUNCTIONS, callOf, defineRule, type Node, RULE_FUNCTIONS } from '#rule'

export default defineRule({
  id: 'intrinsic/misplaced-function',
  title: 'Function stands where CloudFormation does not evaluate it',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template before it creates anything.',
  fix: 'Define the condition in Conditions and name it in Fn::If; keep rule functions in Rules.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html',
      fact: 'Fn::And, Fn::Equals, Fn::Not and Fn::Or define conditions; values are chosen by Fn::If, which names a condition.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-rules.html',
      fact: 'Fn::Contains, Fn::EachMemberEquals, Fn::EachMemberIn, Fn::RefAll, Fn::ValueOf and Fn::ValueOfAll work in the section Rules only.',
    },
  ],
  cfnLint: ['E8003', 'E8004', 'E8005', 'E8006'],
  messages: {
    condition: '{name} defines a condition; define it in Conditions and choose the value by Fn::If.',
    rule: '{name} works in the section Rules only.',
    name: 'Condition stands for a condition in another condition; choose a value by Fn::If.',
  },
  check(template, { report }) {
    if (template.isRewritten) return
    for (const { call, section, opaque, when } of template.references.calls) {
      if (opaque || section === 'Metadata' || section === 'Conditions' || section === 'Rules') continue
      // An expression in the place of the name of a condition is told of Fn::If.
      const outer = callOf(call.node.parent?.parent ?? undefined)?.name ?? ''
      if (
        (outer === 'Fn::If' && call.node.index === 0) ||
        CONDITION_FUNCTIONS.includes(outer) ||
        (section === 'Resources' && isAttribute(call.node))
      )
        continue
      if (CONDITION_FUNCTIONS.includes(call.name)) report({ node: call.key, when }, 'condition', { name: call.name })
      else if (RULE_FUNCTIONS.includes(call.name)) report({ node: call.key, when }, 'rule', { name: call.name })
    }
    for (const { key, mapping, opaque, section, when } of template.references.strays) {
      if (opaque || section === 'Metadata' || section === 'Conditions' || section === 'Rules') continue
      if (mapping.tag === '!Condition') report({ node: key, when }, 'name')
    }
  },
})

/** Whether it stands in the place of the name of a resource's condition. */
const isAttribute = (node: Node): boolean => node.key?.text === 'Condition' && node.parent?.parent?.parent?.parent === null
