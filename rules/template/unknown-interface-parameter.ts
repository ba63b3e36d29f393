import { at, childOf, closest, defineRule, respell, type Scalar } from '#rule'

export default defineRule({
  id: 'template/unknown-interface-parameter',
  title: 'AWS::CloudFormation::Interface names a parameter that does not exist',
  severity: 'warning',
  on: ['template'],
  fixes: 'unsafe',
  why: 'The label or the place in a group has no effect; the parameter that was meant stands at the end of the form under its bare name.',
  fix: 'Correct the name, or remove it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cloudformation-interface.html',
      fact: 'Groups list the logical IDs of parameters, and labels are given by them.',
    },
  ],
  cfnLint: ['W4001'],
  messages: {
    misspelt: 'The interface names parameter "{name}", which does not exist; did you mean "{near}"?',
    unknown: 'The interface names parameter "{name}", which does not exist.',
  },
  check(template, { report }) {
    const top = childOf(template.section('Metadata')?.value, 'AWS::CloudFormation::Interface')
    if (!top || template.isOpen('Parameters')) return
    const named: Scalar[] = []
    const groups = childOf(top, 'ParameterGroups')
    for (const group of groups?.kind === 'sequence' ? groups.items : []) {
      const parameters = childOf(group, 'Parameters')
      if (parameters?.kind === 'sequence') named.push(...parameters.items.filter((item) => item.kind === 'scalar'))
    }
    const labels = at(top, 'ParameterLabels')
    if (labels?.kind === 'mapping') named.push(...labels.entries.map(({ key }) => key))
    for (const node of named) {
      const name = node.text
      if (template.parameters.has(name) || name === 'Fn::Transform' || name === '') continue
      const near = closest(name, template.parameters.keys())
      if (near) report(node, 'misspelt', { name, near }, respell(node, template.parameters.keys()))
      else report(node, 'unknown', { name })
    }
  },
})
