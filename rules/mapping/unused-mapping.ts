import { callOf, closest, defineRule, isLoop, walk } from '#rule'

export default defineRule({
  id: 'mapping/unused-mapping',
  title: 'Mapping is never read',
  severity: 'warning',
  on: ['template'],
  why: 'It is dead text, or the name in Fn::FindInMap is misspelt.',
  fix: 'Read the mapping with Fn::FindInMap, or remove it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/mappings-section-structure.html',
      fact: 'Values of a mapping are read with Fn::FindInMap only.',
    },
  ],
  notes: [
    ...['000:705', '002:1279', '002:1281', '002:1282', '002:1283', '002:1331', '002:1332', '002:1333'],
    ...['003:250', '003:251', '004:29'],
  ],
  cfnLint: ['W7001'],
  messages: { unused: 'Mapping "{name}" is never read; use it or remove it.' },
  check(template, { report }) {
    const mappings = template.sectionEntries('Mappings')
    // A function in the place of the section is told of the section.
    if (mappings.length === 0 || template.isRewritten || callOf(template.section('Mappings')?.value)) return
    const defined = mappings.map(({ key }) => key.text)
    // What is misspelt, or read by the wrong function, is meant to be read.
    const used = new Set(template.references.uses.map(({ name }) => name).filter((name) => !template.names.meaningOf(name)))
    // What a loop was written out of, and what it was written out to.
    for (const root of new Set([template.source.root ?? template.root, template.root])) {
      for (const node of walk(root)) {
        // A macro or an included text may read it.
        if (node.kind === 'mapping' && node.entries.some(({ key }) => key.text === 'Fn::Transform')) return
        const call = callOf(node)
        const name = call?.name === 'Fn::FindInMap' && call.argument.kind === 'sequence' ? call.argument.items[0] : undefined
        for (const fact of name ? template.resolver.resolve(name, template.always) : []) {
          if (fact.state !== 'known' || fact.value.kind !== 'scalar') return
          if (root === template.root && /[$&]\{/.test(fact.value.text)) return
          const { text } = fact.value
          used.add(defined.includes(text) ? text : (closest(text, defined) ?? text))
        }
      }
    }
    for (const { key } of mappings) {
      if (!used.has(key.text) && !isLoop(key.text) && key.text !== 'Fn::Transform') report(key, 'unused', { name: key.text })
    }
  },
})
