import { both, canHold, defineRule } from '#rule'

export default defineRule({
  id: 'template/conditional-dependency',
  title: 'DependsOn names a resource that is not always there',
  severity: 'info',
  on: ['template'],
  why: 'Where the condition of the other resource is false there is nothing to wait for, and the order is left to chance.',
  fix: 'Give both resources the same condition, or make sure that nothing goes wrong without the other.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html',
      fact: 'A resource is created only if its condition is true.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-dependson.html',
      fact: 'DependsOn takes literal logical IDs only, so that an entry cannot be made conditional itself.',
    },
  ],
  cfnLint: ['E3005'],
  messages: { conditional: 'DependsOn names "{name}", which is not there when {condition} is false.' },
  check(template, { report }) {
    for (const { kind, name, node, when, opaque } of template.references.uses) {
      const condition = template.resources.get(name)?.attribute('Condition')?.value
      if (kind !== 'DependsOn' || opaque || condition?.kind !== 'scalar') continue
      const without = both(when, template.logic.named(condition.text, false))
      if (canHold(without)) report({ node, when }, 'conditional', { name, condition: condition.text })
    }
  },
})
