import { at, closest, defineRule, type Node, nounOf } from '#rule'

export default defineRule({
  id: 'template/malformed-interface',
  title: 'AWS::CloudFormation::Interface has the wrong form',
  severity: 'warning',
  on: ['template'],
  why: 'The console does not understand it and shows the parameters in alphabetical order, without labels.',
  fix: 'Give ParameterGroups as a list of Label and Parameters, and ParameterLabels as a map; a label is a map with the key default.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-interface.html',
      fact: 'The interface has ParameterGroups, each with Label and Parameters, and ParameterLabels; labels have the key default.',
    },
  ],
  cfnLint: ['E4001'],
  messages: {
    kind: '{name} is {found}; it must be {wanted}.',
    key: '"{key}" is not known here; use {keys}.',
    misspelt: '"{key}" is not known here; did you mean "{near}"?',
  },
  check(template, { report }) {
    const root = at(template.root, 'Metadata', 'AWS::CloudFormation::Interface')
    if (!root || template.isRewritten) return
    const isKind = (node: Node, kind: Node['kind'], name: string): boolean => {
      if (node.kind === kind) return true
      const wanted = kind === 'mapping' ? 'a map' : kind === 'sequence' ? 'a list' : 'a text'
      report(node, 'kind', { name, found: nounOf(node), wanted })
      return false
    }
    const entries = (node: Node, name: string, keys: readonly string[]) => {
      if (!isKind(node, 'mapping', name) || node.kind !== 'mapping' || node.entries.some(({ key }) => key.text.startsWith('Fn::')))
        return []
      return node.entries.filter(({ key }) => {
        if (keys.includes(key.text)) return true
        const near = closest(key.text, keys)
        if (near) report(key, 'misspelt', { key: key.text, near })
        else report(key, 'key', { key: key.text, keys: keys.join(' and ') })
        return false
      })
    }
    const label = (node: Node): void => {
      for (const { value } of entries(node, 'A label', ['default'])) isKind(value, 'scalar', 'default')
    }
    for (const { key, value } of entries(root, 'AWS::CloudFormation::Interface', ['ParameterGroups', 'ParameterLabels'])) {
      if (key.text === 'ParameterLabels') {
        if (isKind(value, 'mapping', key.text) && value.kind === 'mapping') for (const one of value.entries) label(one.value)
      } else if (isKind(value, 'sequence', key.text) && value.kind === 'sequence') {
        for (const group of value.items) {
          for (const part of entries(group, 'A parameter group', ['Label', 'Parameters'])) {
            if (part.key.text === 'Label') label(part.value)
            else isKind(part.value, 'sequence', 'Parameters')
          }
        }
      }
    }
  },
})
