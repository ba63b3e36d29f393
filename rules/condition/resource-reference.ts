import { defineRule, FUNCTIONS, RULE_FUNCTIONS } from '#rule'

const IN_CONDITIONS = [
  ...['Ref', 'Fn::And', 'Fn::Equals', 'Fn::Not', 'Fn::Or', 'Fn::FindInMap', 'Fn::Sub', 'Fn::Join', 'Fn::Select', 'Fn::Split'],
  ...['Fn::Length', 'Fn::ToJsonString', 'Fn::Transform'],
]

export default defineRule({
  id: 'condition/resource-reference',
  title: 'Conditions may not refer to resources',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template before it creates anything.',
  fix: 'Let the condition depend on parameters, pseudo parameters and mappings.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html',
      fact: 'Conditions are evaluated before any resource is made; they refer to parameters, mappings and other conditions.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html',
      fact: 'In Fn::Equals, Fn::And, Fn::Or and Fn::Not the functions Ref, Fn::FindInMap and other condition functions are for use.',
    },
  ],
  notes: ['000:707', '001:90', '002:1277', '002:1292', '002:1309', '002:1311', '002:1313', '003:248'],
  cfnLint: ['E8001', 'E8003', 'E1020'],
  messages: {
    resource: '"{name}" is a resource; {section} are evaluated before any resource is there.',
    function: '{name} cannot stand in {section}; use parameters, pseudo parameters and mappings.',
  },
  check(template, { report }) {
    for (const { kind, name, section, node, span } of template.references.usesOf(['Ref', 'Sub'], 'all')) {
      if (section !== 'Conditions' && (section !== 'Rules' || kind === 'Sub')) continue // rules take no Fn::Sub at all
      const meaning = template.names.meaningOf(name)
      if (meaning === 'resource' || meaning === 'generated' || template.names.isSamReference(name))
        report({ node, span }, 'resource', { name, section })
    }
    for (const { call, section, opaque } of template.references.calls) {
      if ((section !== 'Conditions' && section !== 'Rules') || opaque) continue
      const allowed = section === 'Rules' ? [...IN_CONDITIONS, ...RULE_FUNCTIONS] : IN_CONDITIONS
      if (FUNCTIONS.has(call.name) && !allowed.includes(call.name)) report(call.key, 'function', { name: call.name, section })
    }
  },
})
