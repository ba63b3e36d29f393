import { closest, defineRule, isLoop } from '#rule'

export default defineRule({
  id: 'condition/unused-condition',
  title: 'Condition is defined but never used',
  severity: 'warning',
  on: ['template'],
  why: 'It decides nothing; most often a resource or output lacks its Condition.',
  fix: 'Use the condition where it was meant to decide, or remove it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html',
      fact: 'A condition takes effect where a resource, an output or Fn::If names it.',
    },
  ],
  notes: ['000:707', '002:1277', '002:1292', '003:248'],
  cfnLint: ['W8001'],
  messages: {
    unused: 'Nothing uses the condition "{name}"; use it or remove it.',
  },
  check(template, { report }) {
    const { uses, calls, strays } = template.references
    const isOpen =
      template.isRewritten ||
      calls.some((one) => one.call.name === 'Fn::Transform') ||
      strays.some((one) => one.key.text === 'Fn::Transform')
    const names = uses.filter((use) => use.kind === 'Condition')
    // What an include, a macro or a loop makes of a name is not known.
    if (isOpen || names.some((use) => /[$&]\{/.test(use.name))) return
    const used = new Set<string>()
    const use = (name: string): void => {
      if (used.has(name)) return
      used.add(name)
      for (const inner of names) if (inner.section === 'Conditions' && inner.owner === name) use(inner.name)
    }
    const conditions = template.sectionEntries('Conditions')
    const defined = conditions.map(({ key }) => key.text)
    // What is misspelt, or read by the wrong function, is meant to be used.
    for (const one of uses) {
      if (one.kind !== 'Condition') {
        if (!template.names.meaningOf(one.name)) use(one.name)
      } else if (!defined.includes(one.name)) use(closest(one.name, defined) ?? one.name)
      else if (one.section !== 'Conditions') use(one.name)
    }
    for (const { key } of conditions) {
      const { text: name } = key
      if (!used.has(name) && !isLoop(name) && !name.startsWith('Fn::')) report(key, 'unused', { name })
    }
  },
})
