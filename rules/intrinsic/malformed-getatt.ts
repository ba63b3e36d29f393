import { callOf, defineRule, type Node, nounOf } from '#rule'

const isText = (node: Node): boolean => node.kind === 'scalar' && typeof node.value === 'string' && node.text !== ''

export default defineRule({
  id: 'intrinsic/malformed-getatt',
  title: 'Fn::GetAtt takes a resource name and an attribute',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template before it creates anything.',
  fix: 'Write Resource.Attribute, or a list of the logical ID of a resource and the name of an attribute.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getatt.html',
      fact: 'Fn::GetAtt takes a logical name, which is no function, and the name of an attribute, which may be a Ref.',
    },
  ],
  notes: ['001:88', '002:1315', '002:1317', '002:1318'],
  cfnLint: ['E1010'],
  messages: {
    empty: 'Fn::GetAtt names no resource; write Resource.Attribute.',
    attribute: 'Fn::GetAtt names no attribute of "{name}"; write {name}.Attribute, or use Ref.',
    argument: 'Fn::GetAtt takes Resource.Attribute or a list of the two; this is {noun}.',
    count: 'Fn::GetAtt takes two items, a resource and an attribute; this has {count}.',
    name: 'Fn::GetAtt takes the logical ID of a resource; this is {noun}.',
    attributeNoun: 'The attribute of Fn::GetAtt is text or a Ref; this is {noun}.',
  },
  check(template, { report }) {
    const extended = template.hasTransform('AWS::LanguageExtensions')
    for (const { call } of template.references.callsOf('Fn::GetAtt')) {
      const { argument, key } = call
      if (argument.kind === 'scalar') {
        const [name, ...attribute] = argument.text.split('.')
        if (argument.value === null || !name) report(argument.text ? argument : key, 'empty')
        else if (attribute.join('') === '') report(argument, 'attribute', { name })
      } else if (argument.kind === 'mapping') {
        if (callOf(argument)?.name !== 'Fn::Transform') report(key, 'argument', { noun: nounOf(argument) })
      } else {
        const [name, attribute] = argument.items
        if (!name || !attribute || argument.items.length !== 2) report(key, 'count', { count: argument.items.length })
        else if (!isText(name) && !(extended && callOf(name))) report(name, 'name', { noun: nounOf(name) })
        else if (!isText(attribute) && !(callOf(attribute) && (extended || callOf(attribute)?.name === 'Ref')))
          report(attribute, 'attributeNoun', { noun: nounOf(attribute) })
      }
    }
  },
})
