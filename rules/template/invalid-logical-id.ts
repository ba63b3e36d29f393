import { defineRule, isLoop } from '#rule'

export default defineRule({
  id: 'template/invalid-logical-id',
  title: 'A logical ID has letters and digits only, at most 255',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the whole template because of one logical ID with another character.',
  fix: 'Use letters and digits, as in OrdersTable, and change every reference to it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html',
      fact: 'Logical IDs are alphanumeric (A-Z, a-z, 0-9) and unique within the template.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html',
      fact: 'A resource name has at most 255 characters.',
    },
  ],
  notes: ['000:185', '002:1251', '002:1252', '002:1253', '003:245', '004:31'],
  cfnLint: ['E3001', 'E3011'],
  messages: {
    characters: 'Logical ID "{id}" has other characters than letters and digits; name it like "{near}".',
    nothing: 'Logical ID "{id}" has other characters than letters and digits.',
    length: 'Logical ID "{id}" has {length} characters; at most 255 are possible.',
    generated: 'SAM makes logical IDs of "{id}", which must have letters and digits only; name it like "{near}".',
  },
  check(template, { report }) {
    if (template.isRewritten) return
    for (const { key } of template.sectionEntries('Resources')) {
      const id = key.text
      if (isLoop(id) || id.startsWith('Fn::')) continue
      if (!/^[A-Za-z0-9]*$/.test(id) || id === '') {
        const near = alphanumeric(id)
        if (near) report(key, 'characters', { id, near })
        else report(key, 'nothing', { id })
      } else if (id.length > 255) report(key, 'length', { id, length: id.length })
    }
    if (template.kind !== 'sam') return
    // The ID of what SAM makes of an event or an embedded connector is the resource's and this one's in a row.
    for (const resource of template.resources.values()) {
      const parts = /^AWS::Serverless::(Function|StateMachine)$/.test(resource.type) ? resource.items('Events').slice(0, 1) : []
      const connectors = resource.attribute('Connectors')?.value
      const keys = [
        ...parts.flatMap((part) => part.entries.map((entry) => entry.key)),
        ...(connectors?.kind === 'mapping' ? connectors.entries.map((entry) => entry.key) : []),
      ]
      for (const key of keys) {
        if (/^[A-Za-z0-9]+$/.test(key.text) || isLoop(key.text) || key.text === 'Fn::Transform') continue
        report(key, 'generated', { id: key.text, near: alphanumeric(key.text) || 'Event1' })
      }
    }
  },
})

/** `order-items_table` as `OrderItemsTable`. */
function alphanumeric(id: string): string {
  const words = id.split(/[^A-Za-z0-9]+/).filter((word) => word !== '')
  return words.map((word) => (word[0] as string).toUpperCase() + word.slice(1)).join('')
}
