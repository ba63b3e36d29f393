import { callOf, defineRule } from '#rule'

export default defineRule({
  id: 'mapping/invalid-key',
  title: 'Mapping names have letters and digits, keys also dashes and periods',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the whole template because of one name with another character.',
  fix: 'Rename the mapping or the key, and the Fn::FindInMap that reads it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/mappings-section-structure.html',
      fact: 'Keys of a mapping are literal strings, the second-level ones alphanumeric; the name identifies the mapping within the template.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html',
      fact: 'A mapping name has at most 255 characters.',
    },
  ],
  notes: ['002:1279', '002:1281', '002:1282', '002:1283', '002:1331', '002:1332', '002:1333'],
  cfnLint: ['E7001', 'E7002'],
  messages: {
    name: 'Mapping name "{name}" has other characters than letters and digits.',
    key: 'Key "{name}" of mapping "{mapping}" has other characters than letters, digits, dashes and periods.',
    length: '"{name}" has {length} characters; names and keys in Mappings have at most 255.',
  },
  check(template, { report }) {
    if (template.isRewritten) return
    for (const { key, value } of template.sectionEntries('Mappings')) {
      const mapping = key.text
      if (mapping.startsWith('Fn::')) continue
      if (!/^[A-Za-z0-9]+$/.test(mapping)) report(key, 'name', { name: mapping })
      const rows = value.kind === 'mapping' && !callOf(value) ? value.entries : []
      const keys = [key]
      for (const row of rows) {
        if (row.key.text === 'Fn::Transform') continue
        const leaves = row.value.kind === 'mapping' && !callOf(row.value) ? row.value.entries : []
        const own = [row.key, ...leaves.map((leaf) => leaf.key).filter(({ text }) => text !== 'Fn::Transform')]
        keys.push(...own)
        // Underscores and slashes are not documented, and accepted in places.
        for (const one of own) if (!/^[\w./-]+$/.test(one.text)) report(one, 'key', { name: one.text, mapping })
      }
      for (const one of keys) if (one.text.length > 255) report(one, 'length', { name: one.text, length: one.text.length })
    }
  },
})
