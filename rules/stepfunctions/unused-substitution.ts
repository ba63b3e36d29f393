import { defineRule, machinesOf, type Node, type Resource } from '#rule'

const SOURCES = ['Definition', 'DefinitionString', 'DefinitionUri', 'DefinitionS3Location']

export default defineRule({
  id: 'stepfunctions/unused-substitution',
  title: 'A substitution should occur in the definition',
  severity: 'warning',
  on: ['AWS::StepFunctions::StateMachine', 'AWS::Serverless::StateMachine'],
  why: 'The value goes nowhere: the placeholder that was meant is spelt otherwise, or gone.',
  fix: 'Use the name as ${Name} in the definition, or remove the substitution.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html',
      fact: 'A key of DefinitionSubstitutions stands for the placeholder ${key} of the definition.',
    },
  ],
  notes: ['001:1174', '001:1175', '001:1176'],
  messages: { unused: 'No placeholder of the definition is called "{name}"; correct the name, or remove the substitution.' },
  check(resource, { report }) {
    const texts = definitionsOf(resource)
    if (!texts) return
    for (const substitutions of resource.items('DefinitionSubstitutions')) {
      for (const { key, value } of substitutions.entries) {
        const name = key.text
        if (/^Fn::|\$/.test(name) || texts.includes(`\${${name}}`)) continue
        report({ node: value, span: key.span, when: substitutions.when }, 'unused', { name })
      }
    }
  },
})

/** The texts of every definition of the machine; undefined unless all of it is known. */
function definitionsOf(resource: Resource): string | undefined {
  const machines = machinesOf(resource.template).machines.filter((machine) => machine.resource === resource)
  const given = SOURCES.filter((name) => resource.node.entries.some(({ key }) => key.text === name))
  if (given.length !== 1 || machines.length !== 1) return undefined
  return machines.map(({ node, part }) => part?.text ?? textsIn(node)).join('\n')
}

function textsIn(node: Node): string {
  if (node.kind === 'scalar') return node.text
  if (node.kind === 'sequence') return node.items.map(textsIn).join('\n')
  return node.entries.map(({ key, value }) => `${key.text}\n${textsIn(value)}`).join('\n')
}
