import { both, canHold, defineRule } from '#rule'

export default defineRule({
  id: 'intrinsic/reference-to-absent-resource',
  title: 'Reference to a resource that may not exist here',
  severity: 'warning',
  on: ['template'],
  why: 'When the condition is false the resource is not there, and CloudFormation rejects the template: "Unresolved resource dependencies".',
  fix: 'Give the place the same Condition, or choose by Fn::If.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html',
      fact: 'A resource whose condition is false is not made; what refers to it must not be there either.',
    },
  ],
  notes: ['002:1277', '002:1292'],
  cfnLint: ['W1001'],
  messages: {
    absent: '"{name}" is not always there; give this the same condition, or choose by Fn::If.',
  },
  check(template, { report }) {
    for (const { name, section, owner, when, node, span } of template.references.usesOf(['Ref', 'GetAtt', 'Sub'])) {
      const target = template.resources.get(name)
      const condition = target?.attribute('Condition')?.value
      if (!target || condition?.kind !== 'scalar' || section === 'Globals' || (section === 'Resources' && owner === name)) continue
      const without = both(when, template.logic.named(condition.text, false))
      const related = [{ node: condition, message: `${name} is conditional` }]
      if (canHold(without)) report({ node, span, when: without, related }, 'absent', { name })
    }
  },
})
