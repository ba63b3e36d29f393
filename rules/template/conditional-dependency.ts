import { both, canHold, defineRule } from '#rule'

export default defineRule({
  id: 'template/conditional-dependency',
  title: 'DependsOn names a resource that is not always there',
  severity: 'warning',
  on: ['template'],
  why: 'DependsOn cannot be conditional: where the other resource is not made, there is nothing to wait for, and CloudFormation may reject the template with "Unresolved resource dependencies".',
  fix: 'Give both resources the same condition, or choose by Fn::If where a reference makes the resource wait, if need be one in its Metadata.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html',
      fact: 'A resource is created only if its condition is true.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-dependson.html',
      fact: 'DependsOn takes literal logical IDs only, so that an entry cannot be made conditional itself.',
    },
    {
      url: 'https://cloudonaut.io/optional-dependson-with-cloudformation-metadata-to-the-rescue',
      fact: 'To wait for a resource that is there sometimes, refer to it by Fn::If in the Metadata of the resource that waits.',
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
