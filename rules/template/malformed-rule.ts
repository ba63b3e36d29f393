import { callOf, childOf, defineRule, type Node, nounOf, walk } from '#rule'

const DECIDING = ['Fn::And', 'Fn::Contains', 'Fn::EachMemberEquals', 'Fn::EachMemberIn', 'Fn::Equals', 'Fn::Not', 'Fn::Or']
/** Possible below the deciding ones. */
const FUNCTIONS = [...DECIDING, 'Ref', 'Fn::RefAll', 'Fn::ValueOf', 'Fn::ValueOfAll', 'Fn::If', 'Fn::Transform']

export default defineRule({
  id: 'template/malformed-rule',
  title: 'A rule has Assertions, each with an Assert, and maybe a RuleCondition',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template, and the parameters are not checked against each other.',
  fix: 'Write each assertion as a map of Assert, a function that is true or false, and AssertDescription.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html',
      fact: 'A rule has Assertions and optionally a RuleCondition; both are built of rule-specific functions over parameters.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-rules.html',
      fact: 'The functions of rules: Fn::And, Fn::Contains, Fn::EachMemberEquals, Fn::EachMemberIn, Fn::Equals, Fn::Not, Fn::Or, Fn::RefAll, Fn::ValueOf, Fn::ValueOfAll and Ref.',
    },
  ],
  cfnLint: ['E1700', 'E1701', 'E1702'],
  messages: {
    name: 'Rule name "{name}" has other characters than letters and digits.',
    notMap: 'Rule "{name}" is {noun}; it must be a map with Assertions.',
    noAssertions: 'Rule "{name}" has no Assertions; write at least one.',
    notList: 'Assertions of rule "{name}" is {noun}; it must be a list.',
    assertion: 'An assertion is {noun}; it must be a map with an Assert.',
    noAssert: 'An assertion has no Assert; write the function that must be true.',
    description: 'AssertDescription is {noun}; it must be a literal text.',
    function: '{name} cannot be used in Rules.',
  },
  check(template, { report }) {
    if (template.isRewritten) return
    // What decides nothing is told by condition/malformed-function.
    const decides = (node: Node): void => {
      const call = callOf(node)
      for (const one of walk(node)) {
        const inner = callOf(one)
        if (inner && !FUNCTIONS.includes(inner.name) && inner !== call) report(inner.key, 'function', { name: inner.name })
      }
    }
    for (const { key: nameKey, value } of template.sectionEntries('Rules')) {
      const name = nameKey.text
      if (name.startsWith('Fn::')) continue
      if (!/^[A-Za-z0-9]+$/.test(name)) report(nameKey, 'name', { name })
      if (value.kind !== 'mapping' || callOf(value)) {
        report(value, 'notMap', { name, noun: nounOf(value) })
        continue
      }
      const condition = childOf(value, 'RuleCondition')
      if (condition) decides(condition)
      const assertions = childOf(value, 'Assertions')
      if (!assertions) {
        if (!template.resolver.open(value)) report(nameKey, 'noAssertions', { name })
      } else if (assertions.kind !== 'sequence') report(assertions, 'notList', { name, noun: nounOf(assertions) })
      else if (assertions.items.length === 0) report(assertions, 'noAssertions', { name })
      else for (const item of assertions.items) checkAssertion(item)
    }
    function checkAssertion(item: Node): void {
      if (item.kind !== 'mapping' || callOf(item)) {
        report(item, 'assertion', { noun: nounOf(item) })
        return
      }
      const description = childOf(item, 'AssertDescription')
      if (description && (description.kind !== 'scalar' || description.value === null))
        report(description, 'description', { noun: nounOf(description) })
      const assert = childOf(item, 'Assert')
      if (assert) decides(assert)
      else report(item, 'noAssert')
    }
  },
})
