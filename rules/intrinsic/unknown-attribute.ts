import { attributeOf, closest, defineRule, hasAttribute, someOf } from '#rule'

export default defineRule({
  id: 'intrinsic/unknown-attribute',
  title: 'Attribute must exist on the resource type',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template: each resource type returns certain attributes only, and their case counts.',
  fix: 'Use an attribute that the type returns; the page of the type lists them under return values.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getatt.html',
      fact: 'The second argument of Fn::GetAtt is the name of an attribute that the type of the resource returns.',
    },
  ],
  notes: ['001:88', '002:1315', '002:1317', '002:1318', '003:254', '004:37'],
  cfnLint: ['E1010'],
  messages: {
    misspelt: '{type} has no attribute "{attribute}"; did you mean "{near}"?',
    unknown: '{type} has no attribute "{attribute}"; it has {attributes}.',
    none: '{type} has no attributes; use Ref.',
  },
  check(template, { report }) {
    if (template.isRewritten) return
    for (const use of template.references.usesOf(['GetAtt', 'Sub'])) {
      const { attribute, node, span, when, call } = use
      const type = template.resources.get(use.name)?.type
      const schema = type ? template.schemas?.type(type) : undefined
      if (!type || !schema || attribute === undefined || hasAttribute(schema, attribute)) continue
      // `Fn.Version.FunctionArn` is an attribute of what SAM makes.
      if (template.names.isSamReference(`${use.name}.${attribute}`)) continue
      // SAM turns `Function.Version` and the like into resources of its own, whose attributes follow.
      if (type.startsWith('AWS::Serverless::') && attribute.includes('.')) continue
      const target = call && use.kind === 'GetAtt' ? attributeOf(call)?.attributeNode : undefined
      // `Resource.Attribute` is one scalar: only its second part is meant.
      const after = target === node ? use.name.length + 1 : 0
      const isScalar = target?.kind === 'scalar'
      const place = isScalar ? { node: target, span: template.partOf(target, after, target.text.length), when } : { node, span, when }
      const attributes = Object.keys(schema.a)
      const near = closest(attribute, attributes)
      if (near) report(place, 'misspelt', { type, attribute, near })
      else if (attributes.length) report(place, 'unknown', { type, attribute, attributes: someOf(attributes, 'and') })
      else report(place, 'none', { type })
    }
  },
})
