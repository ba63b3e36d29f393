import { closest, defineRule } from '#rule'

export default defineRule({
  id: 'condition/unknown-condition',
  title: 'Condition name is not defined',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template before it creates anything: "Unresolved condition dependency".',
  fix: 'Correct the name, or define the condition in the section Conditions.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html',
      fact: 'Resources, outputs, Fn::If and other conditions refer to a condition by its name in the section Conditions.',
    },
  ],
  notes: ['000:707', '002:1277', '002:1287', '002:1292', '003:248'],
  cfnLint: ['E8002', 'E3015', 'E6005', 'E1028'],
  messages: {
    misspelt: 'There is no condition "{name}"; did you mean "{near}"?',
    unknown: 'There is no condition "{name}"; define it in Conditions.',
  },
  check(template, { report }) {
    if (template.isOpen('Conditions')) return
    const defined = new Set(template.sectionEntries('Conditions').map((entry) => entry.key.text))
    for (const { name, span, node } of template.references.usesOf(['Condition'], 'all')) {
      if (defined.has(name) || (node.kind === 'scalar' && typeof node.value !== 'string')) continue
      const near = closest(name, defined)
      if (near) report({ node, span }, 'misspelt', { name, near })
      else report({ node, span }, 'unknown', { name })
    }
  },
})
