import { callOf, defineRule, nounOf } from '#rule'

export default defineRule({
  id: 'parameter/malformed-allowed-values',
  title: 'AllowedValues must be a list of plain values',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template.',
  fix: 'Write the values as a list: AllowedValues: [test, live].',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
      fact: 'AllowedValues is an array with the list of values allowed for the parameter.',
    },
  ],
  notes: ['000:723', '001:74', '001:75', '001:76', '001:77', '004:35'],
  cfnLint: ['E2001'],
  messages: {
    notList: 'AllowedValues is {noun}; it must be a list of values.',
    empty: 'AllowedValues is an empty list; no value could be chosen.',
    item: 'AllowedValues holds {noun}; every item must be a text or a number.',
  },
  check(template, { report }) {
    if (template.isRewritten) return
    for (const parameter of template.parameters.values()) {
      const value = parameter.attribute('AllowedValues')?.value
      if (!value || callOf(value)) continue
      if (value.kind !== 'sequence') report(value, 'notList', { noun: nounOf(value) })
      else if (value.items.length === 0) report(value, 'empty')
      else {
        for (const item of value.items) {
          if ((item.kind !== 'scalar' || item.value === null) && !callOf(item)) report(item, 'item', { noun: nounOf(item) })
        }
      }
    }
  },
})
