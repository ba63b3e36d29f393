import { attributeOf, callOf, childOf, defineRule, type Fact, type Template } from '#rule'
import { outputsOf } from './_outputs.ts'

export default defineRule({
  id: 'output/value-not-string',
  title: 'The Value of an output must be a text',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation refuses it: "The Value field of every Outputs member must evaluate to a String".',
  fix: 'Put lists together with Fn::Join, or take one item with Fn::Select.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html',
      fact: 'The value of an output is what describe-stacks shows, a string.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-split.html',
      fact: 'Fn::Split, like Fn::GetAZs, Fn::Cidr and Ref of a list parameter, gives a list.',
    },
  ],
  notes: ['002:1287', '002:1292', '003:252', '003:260', '004:27', '004:37'],
  cfnLint: ['E6101', 'E6003'],
  messages: {
    list: 'Value of output "{name}" is a list; join it with Fn::Join.',
    map: 'Value of output "{name}" is a map; it must be a text.',
    attribute: 'Value of output "{name}" is the attribute {attribute}, which is a list; join it with Fn::Join.',
  },
  check(template, { report }) {
    for (const { name, body, when } of outputsOf(template)) {
      const value = childOf(body, 'Value')
      if (!value) continue
      for (const fact of template.resolver.resolve(value, when)) {
        const place = { node: ('via' in fact && fact.via) || fact.node, when: fact.when }
        const attribute = listAttribute(template, fact)
        if (attribute) report(place, 'attribute', { name, attribute })
        else if (fact.state === 'known' ? fact.value.kind === 'sequence' : fact.state === 'unknown' && fact.shape === 'list')
          report(place, 'list', { name })
        else if (fact.state === 'known' && fact.value.kind === 'mapping' && !template.resolver.open(fact.value))
          report(place, 'map', { name })
      }
    }
  },
})

/** The attribute that a value is, where it is known to be a list. */
function listAttribute(template: Template, fact: Fact): string | undefined {
  const call = callOf(fact.node)
  const target = fact.state === 'unknown' && call?.name === 'Fn::GetAtt' ? attributeOf(call) : undefined
  const type = target && template.resources.get(target.target)?.type
  return type && target.attribute && template.schemas?.type(type)?.a[target.attribute] === 'l' ? `${type}.${target.attribute}` : undefined
}
