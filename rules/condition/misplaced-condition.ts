import { defineRule, entryOf } from '#rule'

export default defineRule({
  id: 'condition/misplaced-condition',
  title: 'Condition stands where CloudFormation does not read it',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template before it creates anything.',
  fix: 'Put Condition on the resource or output itself, beside Type or Value; for one property use Fn::If.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html',
      fact: 'Conditions are for resources, for outputs and, by Fn::If, for values of properties.',
    },
  ],
  notes: ['000:707', '003:248', '003:249'],
  cfnLint: ['E2001'],
  messages: {
    section: '{section} take no Condition; conditions are for resources, outputs and, by Fn::If, for properties.',
    properties: '{type} has no property Condition; to make the resource conditional, move Condition up beside Type.',
  },
  check(template, { report }) {
    if (template.isRewritten) return
    for (const section of ['Parameters', 'Mappings'] as const) {
      for (const { value } of template.sectionEntries(section)) {
        const entry = entryOf(value, 'Condition')
        if (entry?.value.kind === 'scalar') report(entry.key, 'section', { section })
      }
    }
    const names = template.sectionEntries('Conditions').map((entry) => entry.key.text)
    for (const resource of template.resources.values()) {
      const entry = entryOf(entryOf(resource.body, 'Properties')?.value, 'Condition')
      if (entry?.value.kind !== 'scalar' || !names.includes(entry.value.text)) continue
      const schema = template.schemas?.type(resource.type)
      if (schema && !schema.p.Condition && !schema.open) report(entry.key, 'properties', { type: resource.type })
    }
  },
})
