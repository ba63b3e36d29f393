import { defineRule } from '#rule'
import { RESOURCES } from './_pages.ts'
import { strategiesOf } from './_strategy.ts'

export default defineRule({
  id: 'appspec/several-capacity-provider-bases',
  title: 'Only one capacity provider can have a base',
  severity: 'error',
  on: ['appspec'],
  why: 'ECS refuses the new task set, and the deployment fails.',
  fix: 'Keep Base with one provider and share the rest by Weight.',
  sources: [{ url: RESOURCES, fact: 'Only one capacity provider of a strategy can have a base.' }],
  messages: { several: '"Base" is {value}, but another capacity provider has a base already; only one can: remove it.' },
  check(appspec, { report }) {
    for (const { items } of strategiesOf(appspec)) {
      const bases = items.map((item) => appspec.entry(item, 'Base')?.value)
      const known = bases.flatMap((base) => (base?.kind === 'scalar' && /^\d+$/.test(base.text) && Number(base.text) > 0 ? [base] : []))
      for (const base of known.slice(1)) report(base, 'several', { value: base.text })
    }
  },
})
