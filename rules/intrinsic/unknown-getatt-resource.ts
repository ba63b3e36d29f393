import { closest, defineRule } from '#rule'

export default defineRule({
  id: 'intrinsic/unknown-getatt-resource',
  title: 'Fn::GetAtt must name a resource of the template',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template before it creates anything: the attribute of a resource that is not there has no value.',
  fix: 'Correct the logical ID, or use Ref for a parameter and a pseudo parameter.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getatt.html',
      fact: 'The first argument of Fn::GetAtt is the logical name of a resource in the template.',
    },
  ],
  notes: ['001:88', '002:1315', '002:1317', '002:1318', '003:254', '004:37'],
  cfnLint: ['E1010'],
  messages: {
    misspelt: 'This template has no resource "{name}"; did you mean "{near}"?',
    parameter: '"{name}" is a parameter, which has no attributes; use Ref.',
    pseudo: '"{name}" is a pseudo parameter, which has no attributes; use Ref.',
    unknown: 'This template has no resource "{name}"; define it or correct the name.',
  },
  check(template, { report }) {
    const { names } = template
    for (const { name, span, node } of template.references.usesOf(['GetAtt'])) {
      if (name === '') continue
      const place = { node, span: node.kind === 'scalar' ? template.partOf(node, 0, name.length) : span }
      const meaning = names.meaningOf(name)
      if (meaning === 'parameter') report(place, 'parameter', { name })
      else if (meaning === 'pseudo') report(place, 'pseudo', { name })
      else if (meaning || name.startsWith('AWS::') || names.isSamReference(name)) continue
      else {
        const near = closest(name, template.resources.keys())
        if (near) report(place, 'misspelt', { name, near })
        else report(place, 'unknown', { name })
      }
    }
  },
})
