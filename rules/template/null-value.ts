import { defineRule, pathOf, walk } from '#rule'

/** Functions whose own rules say that they take no null, and the stand-in for a key that is no text. */
const TOLD = /^(Ref|Fn::(And|Base64|Cidr|Equals|FindInMap|GetAtt|If|ImportValue|Join|Not|Or|Select|Split|Sub)|\?)$/

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
  cfnLint: ['E0000', 'E1001', 'E3012', 'E4002'],
  messages: {
    key: '"{key}" has no value; CloudFormation allows no null values.',
    item: 'This list item has no value; CloudFormation allows no null values.',
  },
  check(template, { report }) {
    if (template.isRewritten) return
    for (const node of walk(template.root)) {
      if (node.kind !== 'scalar' || node.value !== null) continue
      // An empty tag (`!Ref` with nothing behind it) is the function's own fault; a section without content is another's.
      if (node.parent?.kind === 'mapping' && (node.parent.tag || node.parent === template.root)) continue
      if (TOLD.test(node.key?.text ?? '')) continue
      if (node.parent?.kind === 'sequence' && node.parent.index === 1 && node.parent.parent?.key?.text === 'Fn::Select') continue
      // No condition can be null.
      if (node.parent?.kind === 'sequence' && /^Fn::(And|Not|Or)$/.test(node.parent.key?.text ?? '')) continue
      const [section, owner, within, ...steps] = pathOf(node).split('/')
      // What a parameter, a mapping, a resource or an output lacks is told by the rules about these.
      if (
        section === 'Parameters' ||
        section === 'Mappings' ||
        ((section === 'Globals' || section === 'Conditions') && within === undefined)
      )
        continue
      if ((section === 'Resources' || section === 'Outputs') && steps.length === 0) continue
      // SAM takes null for not set nearly everywhere (the .NET tools write "Role": null), but passes variables on as they are.
      const isSam = section === 'Resources' && template.resources.get(owner ?? '')?.type.startsWith('AWS::Serverless::')
      if (isSam && within === 'Properties' && steps[0] !== 'Environment') continue
      if (node.key) report(node, 'key', { key: node.key.text })
      else report(node, 'item')
    }
  },
})
