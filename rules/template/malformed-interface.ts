import { callOf, childOf, closest, defineRule, listOf, type Mapping, type Node, nounOf, respell } from '#rule'

export default defineRule({
  id: 'template/malformed-interface',
  title: 'AWS::CloudFormation::Interface has ParameterGroups and ParameterLabels',
  severity: 'warning',
  on: ['template'],
  fixes: 'safe',
  why: 'The console ignores what it does not understand and shows the parameters in no order, with their bare names.',
  fix: 'Write ParameterGroups as a list of maps with Label and Parameters, ParameterLabels as a map of parameter names, and every label as {default: text}.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cloudformation-interface.html',
      fact: 'The interface holds ParameterGroups (Label and Parameters each) and ParameterLabels (a label by parameter name); a label is a map with the key default.',
    },
  ],
  cfnLint: ['E4001'],
  messages: {
    shape: '{name} is {noun}; it must be {wanted}.',
    misspelt: '{name} has no "{key}"; did you mean "{near}"?',
    unknown: '{name} has no "{key}"; it holds {keys}.',
  },
  check(template, { report }) {
    const top = childOf(template.section('Metadata')?.value, 'AWS::CloudFormation::Interface')
    if (!top || callOf(top)) return
    const shape = (node: Node, kind: Node['kind'], name: string, wanted: string): boolean => {
      const fits = node.kind === kind && !(node.kind === 'scalar' && node.value === null)
      if (!fits && callOf(node)?.name !== 'Fn::Transform') report(node, 'shape', { name, noun: nounOf(node), wanted })
      return fits
    }
    const keys = (node: Mapping, name: string, known: readonly string[]): void => {
      for (const { key } of node.entries) {
        if (known.includes(key.text) || key.text === 'Fn::Transform') continue
        const near = closest(key.text, known)
        if (near) report(key, 'misspelt', { name, key: key.text, near }, respell(key, known))
        else report(key, 'unknown', { name, key: key.text, keys: listOf(known, 'and') })
      }
    }
    const label = (node: Node): void => {
      if (!shape(node, 'mapping', 'A label', 'a map with the key default') || node.kind !== 'mapping') return
      keys(node, 'A label', ['default'])
      const text = childOf(node, 'default')
      if (text) shape(text, 'scalar', 'The default of a label', 'a text')
    }
    if (!shape(top, 'mapping', 'The interface', 'a map') || top.kind !== 'mapping') return
    keys(top, 'The interface', ['ParameterGroups', 'ParameterLabels'])
    const groups = childOf(top, 'ParameterGroups')
    if (groups && shape(groups, 'sequence', 'ParameterGroups', 'a list') && groups.kind === 'sequence') {
      for (const group of groups.items) {
        if (!shape(group, 'mapping', 'A parameter group', 'a map') || group.kind !== 'mapping') continue
        keys(group, 'A parameter group', ['Label', 'Parameters'])
        const own = childOf(group, 'Label')
        if (own) label(own)
        const parameters = childOf(group, 'Parameters')
        if (parameters) shape(parameters, 'sequence', 'Parameters of a group', 'a list of parameter names')
      }
    }
    const labels = childOf(top, 'ParameterLabels')
    if (labels && shape(labels, 'mapping', 'ParameterLabels', 'a map') && labels.kind === 'mapping') {
      for (const { key, value } of labels.entries) if (key.text !== 'Fn::Transform') label(value)
    }
  },
})
