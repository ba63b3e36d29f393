import { callOf, defineRule, nounOf } from '#rule'

export default defineRule({
  id: 'mapping/wrong-depth',
  title: 'A mapping has exactly two levels of keys',
  severity: 'error',
  on: ['template'],
  why: 'Fn::FindInMap takes two keys; CloudFormation rejects a mapping with more levels or fewer.',
  fix: 'Bring the values to the second level: Mapping, first key, second key, value.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/mappings-section-structure.html',
      fact: 'Each mapping holds keys, each with a map of names to values; values are strings or lists.',
    },
  ],
  notes: [
    ...['000:705', '001:91', '002:1279', '002:1281', '002:1282', '002:1283', '002:1331', '002:1332', '002:1333'],
    ...['003:250', '003:251', '004:29'],
  ],
  cfnLint: ['E7001'],
  messages: {
    mapping: 'Mapping "{name}" is {noun}; it must map keys to maps of values.',
    row: '"{name}" holds {noun} instead of a map; a mapping has two levels of keys above its values.',
    leaf: '"{name}" is {noun}; a value in Mappings must be a text or a list of texts.',
  },
  check(template, { report }) {
    if (template.isRewritten) return
    for (const { key, value } of template.sectionEntries('Mappings')) {
      // Functions are reported as such.
      if (key.text.startsWith('Fn::') || callOf(value)) continue
      if (value.kind !== 'mapping') {
        report(value, 'mapping', { name: key.text, noun: nounOf(value) })
        continue
      }
      for (const row of value.entries) {
        if (row.key.text === 'Fn::Transform' || callOf(row.value)) continue
        if (row.value.kind !== 'mapping') {
          report(row.value, 'row', { name: row.key.text, noun: nounOf(row.value) })
          continue
        }
        for (const leaf of row.value.entries) {
          if (leaf.key.text === 'Fn::Transform' || callOf(leaf.value)) continue
          const items = leaf.value.kind === 'sequence' ? leaf.value.items : [leaf.value]
          for (const item of items) {
            if ((item.kind !== 'scalar' || item.value === null) && !callOf(item))
              report(item, 'leaf', { name: leaf.key.text, noun: nounOf(item) })
          }
        }
      }
    }
  },
})
