import { defineRule, type StateMachine, walk } from '#rule'

export default defineRule({
  id: 'stepfunctions/undefined-substitution',
  title: 'A placeholder of the definition should be substituted',
  severity: 'warning',
  on: ['statemachine'],
  why: 'The placeholder goes into the definition as it stands, and the task that uses it fails.',
  fix: 'Define the name in DefinitionSubstitutions, or put the text into Fn::Sub.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-stepfunctions-statemachine.html',
      fact: 'DefinitionSubstitutions maps the names that stand as ${name} in the definition to their values.',
    },
  ],
  cfnLint: ['E1029'],
  messages: { undefined: '"{name}" is not among the DefinitionSubstitutions; define it there.' },
  check(machine, { report }) {
    const names = substitutionsOf(machine)
    if (!names) return
    for (const node of walk(machine.node)) {
      if (node.kind !== 'scalar') continue
      for (const [, name] of node.text.matchAll(/\$\{([A-Za-z0-9_-]+)\}/g)) {
        if (name && !names.has(name)) report({ node, when: machine.when }, 'undefined', { name })
      }
    }
  },
})

/** The names that are substituted; undefined when there may be more than are written. */
function substitutionsOf({ resource }: StateMachine): Set<string> | undefined {
  const names = new Set<string>()
  for (const fact of resource.facts('DefinitionSubstitutions')) {
    if (fact.state === 'unknown') return undefined
    if (fact.state === 'absent') continue
    if (fact.value.kind !== 'mapping' || resource.template.resolver.open(fact.value)) return undefined
    for (const { key } of fact.value.entries) names.add(key.text)
  }
  return names
}
