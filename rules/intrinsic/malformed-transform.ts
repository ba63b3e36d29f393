import { callOf, defineRule, type Entry, entryOf, type Node, nounOf, type Scalar, type Template } from '#rule'

const ROOT_ONLY = ['AWS::Serverless-2016-10-31', 'AWS::LanguageExtensions', 'AWS::CodeDeployBlueGreen']

/** Maps of the section Transform, and every Fn::Transform. */
function* transformsIn(template: Template): Generator<{ key: Scalar; value: Node; isTop: boolean }> {
  const top = template.section('Transform')
  const written = top?.value.kind === 'sequence' ? top.value.items : top ? [top.value] : []
  for (const value of written) {
    if (value.kind === 'mapping' && !callOf(value))
      yield { key: (value.entries[0] as Entry | undefined)?.key ?? (top as Entry).key, value, isTop: true }
  }
  for (const { key, mapping, section } of template.references.functionKeys) {
    if (key.text !== 'Fn::Transform' || section === 'Metadata') continue
    const value = entryOf(mapping, key.text)?.value as Node
    for (const one of value.kind === 'sequence' ? value.items : [value]) yield { key, value: one, isTop: section === 'Transform' }
  }
}

export default defineRule({
  id: 'intrinsic/malformed-transform',
  title: 'Fn::Transform needs a macro name, AWS::Include a location',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template before it creates anything.',
  fix: 'Write Name and Parameters; AWS::Include takes the parameter Location with the S3 place of a file.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-transform.html',
      fact: 'Fn::Transform takes Name and Parameters.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-include.html',
      fact: 'AWS::Include takes Location, the S3 URI of a file.',
    },
  ],
  notes: ['002:1295', '002:1297', '002:1299', '002:1300', '002:1301', '002:1302', '002:1303', '002:1356'],
  cfnLint: ['E1005'],
  messages: {
    map: 'A transform is a map with Name and Parameters; this is {noun}.',
    name: 'The transform has no Name; name the macro.',
    nameText: 'The Name of a transform is text; this is {noun}.',
    root: '{name} transforms whole templates; name it in the section Transform.',
    key: 'A transform has Name and Parameters, no "{name}".',
    location: 'AWS::Include needs the parameter Location, the S3 URI of a file.',
    place: '"{location}" is no place in S3; write s3://bucket/key.',
  },
  check(template, { report }) {
    for (const { key, value, isTop } of transformsIn(template)) {
      if (value.kind !== 'mapping' || callOf(value)) {
        report(key, 'map', { noun: nounOf(value) })
        continue
      }
      const name = entryOf(value, 'Name')?.value
      if (!name) report(key, 'name')
      else if (name.kind !== 'scalar' || name.value === null) report(name, 'nameText', { noun: nounOf(name) })
      else if (!isTop && ROOT_ONLY.includes(name.text)) report(name, 'root', { name: name.text })
      for (const entry of value.entries) {
        if (entry.key.text !== 'Name' && entry.key.text !== 'Parameters') report(entry.key, 'key', { name: entry.key.text })
      }
      if (name?.kind === 'scalar' && name.text === 'AWS::Include') {
        const parameters = entryOf(value, 'Parameters')?.value
        const location = entryOf(parameters, 'Location')
        if (!location && !(parameters && callOf(parameters))) report(name, 'location')
        else if (location?.value.kind === 'scalar' && /^(https?:\/\/(?!.*s3)|arn:)/.test(location.value.text))
          report(location.value, 'place', { location: location.value.text })
      }
    }
  },
})
