import { defineRule } from '#rule'

export default defineRule({
  id: 'condition/duplicate-condition',
  title: 'Two conditions always decide alike',
  severity: 'info',
  on: ['template'],
  why: 'Two names for one thing drift apart when only one of them is changed.',
  fix: 'Use one condition in both places, or let one refer to the other by Condition.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html',
      fact: 'A condition can refer to another one by its name.',
    },
  ],
  messages: {
    same: '"{name}" is true exactly when "{other}" is; use one of them.',
  },
  check(template, { report }) {
    const first = new Map<number, string>()
    for (const { key, value } of template.sectionEntries('Conditions')) {
      const { formula } = template.logic.named(key.text, true)
      // 0 and 1 are constants, below is what cannot be decided.
      if (formula <= 1 || (value.kind === 'mapping' && value.entries[0]?.key.text === 'Condition')) continue
      const other = first.get(formula)
      if (other === undefined) first.set(formula, key.text)
      else report(key, 'same', { name: key.text, other })
    }
  },
})
