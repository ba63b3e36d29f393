import { defineRule, LIMITS } from '#rule'

export default defineRule({
  id: 'mapping/too-many-mappings',
  title: 'At most 200 mappings with 200 keys each',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects a template with more.',
  fix: 'Split the mapping, or read values from SSM parameters.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html',
      fact: 'A template holds at most 200 mappings, and a mapping 200 attributes.',
    },
  ],
  notes: ['002:1279', '002:1281', '002:1282', '002:1283', '002:1331', '002:1332', '002:1333'],
  cfnLint: ['E7010'],
  messages: {
    mappings: 'The template holds {count} mappings; at most 200 are possible.',
    keys: 'Mapping "{name}" has {count} keys; at most 200 are possible.',
    leaves: 'Key "{name}" holds {count} values; at most 200 are possible.',
  },
  check(template, { report }) {
    const section = template.section('Mappings')
    const entries = template.sectionEntries('Mappings')
    if (section && entries.length > LIMITS.mappings) report(section.key, 'mappings', { count: entries.length })
    for (const { key, value } of entries) {
      if (value.kind !== 'mapping') continue
      if (value.entries.length > LIMITS.mappingKeys) report(key, 'keys', { name: key.text, count: value.entries.length })
      for (const row of value.entries) {
        const count = row.value.kind === 'mapping' ? row.value.entries.length : 0
        if (count > LIMITS.mappingKeys) report(row.key, 'leaves', { name: row.key.text, count })
      }
    }
  },
})
