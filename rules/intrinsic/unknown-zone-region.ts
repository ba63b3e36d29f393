import { callOf, defineRule, isRegionCode, SHAPES, shapesOf } from '#rule'

/** `Fn::If` is gone before the zones are listed. */
const ALLOWED = ['Ref', 'Fn::If', 'Fn::Transform']

export default defineRule({
  id: 'intrinsic/unknown-zone-region',
  title: 'Fn::GetAZs takes a Region name',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation cannot list the zones of a Region that it does not know, and the stack fails.',
  fix: 'Write the code of a Region, Ref to AWS::Region, or an empty text for the Region of the stack.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getavailabilityzones.html',
      fact: 'Fn::GetAZs takes the name of a Region; an empty text means the Region of the stack. Only Ref may stand in it.',
    },
  ],
  notes: ['002:13', '002:742', '002:1346'],
  cfnLint: ['E1015'],
  messages: {
    region: '"{text}" is no Region; Fn::GetAZs takes a code such as us-east-1, or an empty text for the Region of the stack.',
    function: '{name} cannot stand in Fn::GetAZs; use Ref or text.',
    shape: 'Fn::GetAZs takes the name of a Region; this is {shape}.',
  },
  check(template, { report }) {
    const extended = template.hasTransform('AWS::LanguageExtensions')
    for (const { call, when } of template.references.callsOf('Fn::GetAZs')) {
      const { argument, key } = call
      const inner = callOf(argument)
      if (inner && !ALLOWED.includes(inner.name) && !extended) {
        report(argument, 'function', { name: inner.name })
        continue
      }
      for (const { shape, node, when: only } of shapesOf(template, argument, when)) {
        if (shape === 'list' || shape === 'map')
          report({ node: node === argument && !inner ? key : node, when: only }, 'shape', { shape: SHAPES[shape] })
      }
      for (const fact of template.resolver.resolve(argument, when)) {
        if (fact.state !== 'known' || fact.value.kind !== 'scalar' || fact.value.value === null) continue
        const { text } = fact.value
        if (text !== '' && !isRegionCode(text)) report(fact, 'region', { text })
      }
    }
  },
})
