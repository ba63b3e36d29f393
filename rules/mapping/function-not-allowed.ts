import { callOf, defineRule, walk } from '#rule'

export default defineRule({
  id: 'mapping/function-not-allowed',
  title: 'Mappings take literals only',
  severity: 'error',
  on: ['template'],
  why: 'Mappings are read before any function is evaluated; CloudFormation rejects the template.',
  fix: 'Write the literal values, or choose with Fn::If where the mapping is read.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/mappings-section-structure.html',
      fact: 'Parameters, pseudo parameters and functions cannot stand in Mappings.',
    },
  ],
  notes: ['000:705', '001:91', '003:249'],
  cfnLint: ['E7001'],
  messages: { function: '{name} cannot be used in Mappings; write a literal.' },
  check(template, { report }) {
    if (template.isRewritten || callOf(template.section('Mappings')?.value)) return
    for (const { value } of template.sectionEntries('Mappings')) {
      for (const node of walk(value)) {
        const call = callOf(node)
        if (call && call.name !== 'Fn::Transform') report(call.key, 'function', { name: call.name })
      }
    }
  },
})
