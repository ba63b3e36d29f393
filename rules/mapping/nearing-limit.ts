import { defineRule, isNear, LIMITS } from '#rule'

export default defineRule({
  id: 'mapping/nearing-limit',
  title: 'Mappings use more than nine tenths of what they can hold',
  severity: 'info',
  on: ['template'],
  why: 'The limits of a template cannot be raised; a change that crosses one is rejected.',
  fix: 'Plan how to split the mapping, or read values from SSM parameters.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html',
      fact: 'A template holds at most 200 mappings with 200 attributes each, and mapping names have at most 255 characters.',
    },
  ],
  cfnLint: ['I7002', 'I7010'],
  messages: {
    mappings: 'The template holds {count} of at most 200 mappings.',
    keys: 'Mapping "{name}" has {count} of at most 200 keys.',
    name: 'Mapping name "{name}" has {count} of at most 255 characters.',
  },
  check(template, { report }) {
    const section = template.section('Mappings')
    const entries = template.sectionEntries('Mappings')
    if (section && isNear(entries.length, LIMITS.mappings)) report(section.key, 'mappings', { count: entries.length })
    for (const { key, value } of entries) {
      const count = value.kind === 'mapping' ? value.entries.length : 0
      if (isNear(count, LIMITS.mappingKeys)) report(key, 'keys', { name: key.text, count })
      if (isNear(key.text.length, LIMITS.name)) report(key, 'name', { name: key.text, count: key.text.length })
    }
  },
})
