import { defineRule, FUNCTIONS, isLoop, type Mapping } from '#rule'

export default defineRule({
  id: 'intrinsic/function-with-siblings',
  title: 'A function must be the only key of its map',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation does not take the map for a function call, so the property gets a map that it does not know.',
  fix: 'Put the function alone into its map, and the other keys where they belong.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html',
      fact: 'A function call is a map with the function as its only key.',
    },
  ],
  notes: ['002:1271', '002:1277', '002:1283', '002:1299', '002:1312', '002:1346'],
  messages: {
    siblings: '{name} must be the only key of its map; "{other}" stands beside it.',
  },
  check(template, { report }) {
    if (template.isRewritten) return
    const told = new Set<Mapping>()
    for (const { key, mapping, owner, section, opaque } of template.references.strays) {
      if (section === 'Metadata' || opaque || mapping.entries.length < 2 || told.has(mapping)) continue
      if (!FUNCTIONS.has(key.text) || key.text === 'Fn::Transform' || isLoop(key.text)) continue
      // What stands beside Type or in place of a logical ID is no value.
      if (mapping === template.resources.get(owner)?.body || mapping === template.section(section)?.value) continue
      told.add(mapping)
      const other = mapping.entries.find((entry) => entry.key !== key)?.key.text ?? ''
      report(key, 'siblings', { name: key.text, other })
    }
  },
})
