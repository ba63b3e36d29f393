import { callOf, canonical, defineRule, type Node, type Parameter, type Template } from '#rule'

/** A formula is 1 for true, 0 for false. */
const constantOf = (formula: number): 'true' | 'false' | undefined => (formula === 1 ? 'true' : formula === 0 ? 'false' : undefined)

function parameterOf(template: Template, node: Node): Parameter | undefined {
  const call = callOf(node)
  return call?.name === 'Ref' && call.argument.kind === 'scalar' ? template.parameters.get(call.argument.text) : undefined
}

export default defineRule({
  id: 'condition/constant-condition',
  title: 'Condition is always true or always false',
  severity: 'warning',
  on: ['template'],
  why: 'One side of everything that depends on it is never deployed; most often a value is misspelt or a Ref is missing.',
  fix: 'Compare a parameter or pseudo parameter with a value that it can have.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html',
      fact: 'Fn::Equals compares two values; a condition is meant to depend on parameters of the deployment.',
    },
  ],
  notes: ['002:1277', '002:1292'],
  cfnLint: ['W8003'],
  messages: {
    same: 'Both sides are the same, so this is always {is}; compare with another value.',
    literals: '"{a}" and "{b}" are text, so this is always {is}; did you forget Ref?',
    only: '"{value}" is the only value that the parameter "{name}" allows, so this is always true.',
    notAllowed: 'The parameter "{name}" does not allow "{value}", so this is always false; correct the value or allow it.',
    other: 'Whatever the parameters are, this is always {is}.',
    whole: 'Whatever the parameters are, "{name}" is always {is}: its parts contradict or repeat each other.',
  },
  check(template, { report }) {
    if (template.isRewritten) return
    const { logic } = template
    const constant = new Set<string>()
    for (const { call, owner, section } of template.references.callsOf('Fn::Equals')) {
      const items = call.argument.kind === 'sequence' ? call.argument.items : []
      const [a, b] = items
      if (section !== 'Conditions' || !a || !b || items.length !== 2) continue
      const is = constantOf(logic.expression(call.node))
      if (is === undefined) continue
      constant.add(owner)
      const [one, other] = [a, b].map((node) => parameterOf(template, node))
      const parameter = one ?? other
      const literal = one ? b : a
      if (canonical(a) === canonical(b)) report(call.node, 'same', { is })
      else if (a.kind === 'scalar' && b.kind === 'scalar') report(call.node, 'literals', { a: a.text, b: b.text, is })
      else if (!parameter || literal.kind !== 'scalar') report(call.node, 'other', { is })
      else if (is === 'true') report(call.node, 'only', { name: parameter.name, value: literal.text })
      else report(literal, 'notAllowed', { name: parameter.name, value: literal.text })
    }
    // What follows from a constant is not told again.
    const all = template.references.uses.filter((use) => use.kind === 'Condition' && use.section === 'Conditions')
    for (const { key, value } of template.sectionEntries('Conditions')) {
      const uses = all.filter((use) => use.owner === key.text)
      if (constant.has(key.text) || uses.some((use) => constant.has(use.name))) constant.add(key.text)
      else {
        const is = constantOf(logic.expression(value))
        if (is && uses.every((use) => constantOf(logic.named(use.name, true).formula) === undefined))
          report(key, 'whole', { name: key.text, is })
      }
    }
  },
})
