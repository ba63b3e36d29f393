import { callOf, closest, defineRule, isLoop, isStray, subOf, subVariables, walk } from '#rule'

export default defineRule({
  id: 'parameter/unused-parameter',
  title: 'Parameter is never used',
  severity: 'warning',
  on: ['template'],
  why: 'Whoever deploys the stack is asked for a value that changes nothing; often the reference to it is misspelt.',
  fix: 'Use the parameter with Ref or Fn::Sub, or remove it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
      fact: 'A parameter takes effect where Ref, or a variable of Fn::Sub, names it.',
    },
  ],
  notes: ['002:1261', '002:1311'],
  cfnLint: ['W2001'],
  messages: { unused: 'Parameter "{name}" is never used; use it or remove it.' },
  check(template, { report }) {
    // A macro or an included text may use it.
    if (template.parameters.size === 0 || template.isRewritten) return
    const used = new Set(template.references.uses.map(({ name }) => name))
    // A name that is misspelt is meant.
    for (const { name, kind } of template.references.uses) {
      const near = (kind === 'Ref' || kind === 'Sub') && !template.names.meaningOf(name) ? closest(name, template.names.all) : undefined
      if (near) used.add(near)
    }
    const root = template.source.root ?? template.root
    for (const node of walk(root)) {
      if (node.kind === 'mapping' && node.entries.some(({ key }) => key.text === 'Fn::Transform')) return
      // What was meant as a function uses what it names.
      for (const { value } of node.kind === 'mapping' && isStray(node) ? node.entries : []) {
        if (value.kind !== 'scalar') continue
        used.add(value.text)
        for (const { name } of subVariables(value.text)) used.add(name)
      }
      const call = callOf(node)
      // Loops are written out in what else there is to see; a rule's functions name a parameter as text.
      if (call?.name === 'Ref' && call.argument.kind === 'scalar') used.add(call.argument.text)
      else if (call?.name === 'Fn::Sub') for (const { name } of subVariables(subOf(call)?.text.text ?? '')) used.add(name)
      else if (call && /^Fn::ValueOf(All)?$/.test(call.name) && call.argument.kind === 'sequence') {
        for (const item of call.argument.items) if (item.kind === 'scalar') used.add(item.text)
      } else if (call?.name === 'Fn::RefAll' && call.argument.kind === 'scalar') {
        for (const { name, type } of template.parameters.values()) if (type.includes(call.argument.text)) used.add(name)
      }
    }
    for (const { name, key, type } of template.parameters.values()) {
      if (used.has(name) || isLoop(name) || name === 'Fn::Transform' || template.resources.has(name)) continue
      // The CDK adds it so that CloudFormation looks the version up, and drops the rule that reads it on demand.
      if (name === 'BootstrapVersion' && type.startsWith('AWS::SSM::')) continue
      report(key, 'unused', { name })
    }
  },
})
