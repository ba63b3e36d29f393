import { defineRule, isNothing, isPlaceholder, isUnevaluated, kindName, textOf } from '#rule'
import { RESOURCES } from './_pages.ts'
import { strategiesOf } from './_strategy.ts'

const KEYS = ['CapacityProvider', 'Base', 'Weight']

export default defineRule({
  id: 'appspec/incomplete-capacity-provider',
  title: 'Each item of a capacity provider strategy needs a provider',
  severity: 'error',
  on: ['appspec'],
  why: 'ECS refuses the new task set, and the deployment fails.',
  fix: 'Write a list of items with CapacityProvider, and Base and Weight as whole numbers.',
  sources: [
    { url: RESOURCES, fact: 'CapacityProviderStrategy is a list of items with CapacityProvider, Base and Weight.' },
    {
      url: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CapacityProviderStrategyItem.html',
      fact: 'capacityProvider is required; base is 0 to 100,000 and weight 0 to 1,000.',
    },
  ],
  messages: {
    notList: '"CapacityProviderStrategy" is {kind}; write a list: put a dash before each CapacityProvider.',
    notMapping: 'The item is {kind}; write "- CapacityProvider: " and the name.',
    missing: 'The item has no "CapacityProvider"; add the name of the provider.',
    misspelt: '"{key}" is not read; write "CapacityProvider".',
    empty: '"CapacityProvider" is empty; write the name of the provider.',
    number: '"{name}" is "{value}"; write a whole number from 0 to {most}.',
    collection: '"{name}" is {kind}; write one value.',
  },
  check(appspec, { report }) {
    for (const { entry } of strategiesOf(appspec)) {
      if (isNothing(entry.value) || isUnevaluated(entry.value)) continue
      if (entry.value.kind !== 'sequence') report(entry.key, 'notList', { kind: kindName(entry.value) })
      for (const item of entry.value.kind === 'sequence' ? entry.value.items : []) {
        if (isUnevaluated(item)) continue
        if (item.kind !== 'mapping') {
          report(item, 'notMapping', { kind: isNothing(item) ? 'a dash without content' : kindName(item) })
          continue
        }
        const provider = appspec.entry(item, 'CapacityProvider')?.value
        const key = appspec.standIn(item, 'CapacityProvider', KEYS)
        if (key) report(key, 'misspelt', { key: key.text })
        else if (!provider) report(item, 'missing')
        else if (provider.kind === 'scalar' && !textOf(provider)) report(provider, 'empty')
        for (const name of KEYS) {
          const value = appspec.entry(item, name)?.value
          const most = name === 'Base' ? 100000 : 1000
          if (!value || isUnevaluated(value)) continue
          if (value.kind !== 'scalar') report(value, 'collection', { name, kind: kindName(value) })
          else if (name === 'CapacityProvider' || isNothing(value) || isPlaceholder(value.text)) continue
          else if (!/^\d+$/.test(value.text) || Number(value.text) > most) report(value, 'number', { name, value: value.text, most })
        }
      }
    }
  },
})
