import { defineRule, isBlank } from '#rule'
import { RESOURCES } from './_pages.ts'
import { strategiesOf } from './_strategy.ts'

export default defineRule({
  id: 'appspec/no-capacity-provider-weight',
  title: 'One of several capacity providers must have a weight above zero',
  severity: 'error',
  on: ['appspec'],
  why: 'With weight 0 everywhere ECS can place no task, and refuses the strategy.',
  fix: 'Give at least one provider a Weight of 1 or more; without Weight it is 0.',
  sources: [{ url: RESOURCES, fact: 'With several capacity providers at least one must have a weight above zero; the default is 0.' }],
  messages: {
    none: '"CapacityProviderStrategy" has {count} providers, none with a Weight above 0; give at least one a Weight of 1 or more.',
  },
  check(appspec, { report }) {
    for (const { entry, items } of strategiesOf(appspec)) {
      if (items.length < 2 || entry.value.kind !== 'sequence' || items.length !== entry.value.items.length) continue
      const weights = items.map((item) => appspec.entry(item, 'Weight')?.value)
      const areAllZero = weights.every((weight) => !weight || (weight.kind === 'scalar' && (isBlank(weight) || /^0+$/.test(weight.text))))
      if (areAllZero) report(entry.key, 'none', { count: items.length })
    }
  },
})
