import { callOf, defineRule, isLoop, nounOf } from '#rule'

export default defineRule({
  id: 'template/resources-missing',
  title: 'A template needs Resources with at least one resource',
  severity: 'error',
  on: ['template'],
  why: 'Resources is the one section that no template can do without; CloudFormation rejects a template that describes nothing.',
  fix: 'Write each resource below Resources: its logical ID, and below that its Type and Properties.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html',
      fact: 'Resources is required, and maps logical IDs to resources that each have a Type.',
    },
  ],
  notes: ['000:185', '001:28', '001:50', '002:1245', '002:1250', '002:1402', '003:245', '004:31'],
  cfnLint: ['E1001', 'E3001'],
  messages: {
    missing: 'The template has no Resources section; add one with at least one resource.',
    empty: 'Resources is empty; it needs at least one resource.',
    notMap: 'Resources is {noun}; it must map logical IDs to resources.',
    notResource: 'Resource "{id}" is {noun}; it must be a map with a Type.',
  },
  check(template, { report }) {
    const section = template.section('Resources')
    if (!section) {
      if (!template.isRewritten) report(template.root, 'missing')
      return
    }
    const { key, value } = section
    if (value.kind === 'mapping' && value.entries.length === 0) report(key, 'empty')
    else if (value.kind !== 'mapping' || (callOf(value) && !template.isOpen('Resources'))) report(key, 'notMap', { noun: nounOf(value) })
    if (value.kind !== 'mapping' || callOf(value)) return
    for (const entry of value.entries) {
      const id = entry.key.text
      if (entry.value.kind !== 'mapping' && !isLoop(id) && !id.startsWith('Fn::') && !template.isRewritten)
        report(entry.key, 'notResource', { id, noun: nounOf(entry.value) })
    }
  },
})
