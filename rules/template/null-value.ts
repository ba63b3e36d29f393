import { defineRule, walk } from '#rule'

export default defineRule({
  id: 'template/null-value',
  title: 'A template may not hold null values',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the whole template: "null values are not allowed in templates".',
  fix: 'Write the value, or remove the key; to unset a property under a condition use !Ref AWS::NoValue.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
      fact: 'Templates with null values fail validation; AWS::NoValue is what removes a property.',
    },
  ],
  cfnLint: ['E0000'],
  messages: {
    key: '"{key}" has no value; CloudFormation allows no null values.',
    item: 'This list item has no value; CloudFormation allows no null values.',
  },
  check(template, { report }) {
    for (const node of walk(template.root)) {
      if (node.kind !== 'scalar' || node.value !== null) continue
      // An empty tag (`!Ref` with nothing behind it) is the function's own fault; a section without content is another's.
      if (node.parent?.kind === 'mapping' && (node.parent.tag || node.parent === template.root)) continue
      // SAM takes null for a property of a serverless resource as not set; the .NET tools write "Role": null.
      if (
        node.parent &&
        template.resources.get(node.parent.parent?.key?.text ?? '')?.type.startsWith('AWS::Serverless::') &&
        node.parent.key?.text === 'Properties'
      )
        continue
      if (node.key) report(node, 'key', { key: node.key.text })
      else report(node, 'item')
    }
  },
})
