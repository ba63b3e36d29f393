import { at, closest, defineRule, type Node } from '#rule'

export default defineRule({
  id: 'template/unknown-interface-parameter',
  title: 'AWS::CloudFormation::Interface names a parameter that does not exist',
  severity: 'warning',
  on: ['template'],
  why: 'The console leaves the entry out, so a parameter that was renamed loses its place and its label.',
  fix: 'Correct the name, or remove the entry.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-interface.html',
      fact: 'Groups and labels name parameters by their logical IDs.',
    },
  ],
  cfnLint: ['W4001'],
  messages: {
    unknown: 'There is no parameter "{name}"; define it or remove it here.',
    misspelt: 'There is no parameter "{name}"; did you mean "{near}"?',
  },
  check(template, { report }) {
    if (template.isOpen('Parameters')) return
    const root = at(template.root, 'Metadata', 'AWS::CloudFormation::Interface')
    const groups = at(root, 'ParameterGroups')
    const labels = at(root, 'ParameterLabels')
    const names: Node[] = labels?.kind === 'mapping' ? labels.entries.map(({ key }) => key) : []
    for (const group of groups?.kind === 'sequence' ? groups.items : []) {
      const parameters = at(group, 'Parameters')
      if (parameters?.kind === 'sequence') names.push(...parameters.items)
    }
    for (const node of names) {
      if (node.kind !== 'scalar' || template.parameters.has(node.text) || node.text.startsWith('Fn::')) continue
      const near = closest(node.text, template.parameters.keys())
      if (near) report(node, 'misspelt', { name: node.text, near })
      else report(node, 'unknown', { name: node.text })
    }
  },
})
