import { at, callOf, defineRule, idIn, string } from '#rule'

export default defineRule({
  id: 'sam/unknown-retention-policy',
  title: 'Layer RetentionPolicy must be Retain or Delete',
  severity: 'error',
  on: ['AWS::Serverless::LayerVersion'],
  why: 'SAM makes a deletion policy of it during the transform, which fails at any other value and at functions it cannot resolve.',
  fix: 'Write Retain or Delete, or a Ref to a parameter that is one of them.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-layerversion.html#sam-layerversion-retentionpolicy',
      fact: 'The values are Retain and Delete.',
    },
  ],
  notes: ['001:25'],
  messages: {
    value: 'RetentionPolicy is "{value}"; it must be Retain or Delete.',
    result: 'RetentionPolicy is given by {name}, which SAM cannot resolve; write Retain or Delete.',
  },
  check(resource, { report }) {
    const { template } = resource
    const written = at(resource.node, 'RetentionPolicy')
    const call = callOf(written)
    if (call && written && !template.hasTransform('AWS::LanguageExtensions') && !template.parameters.has(idIn(written) ?? '')) {
      if (call.name !== 'Fn::Transform') report(written, 'result', { name: call.name })
      return
    }
    for (const fact of resource.known('RetentionPolicy', string)) {
      if (!/^(retain|delete)$/i.test(fact.value)) report(fact, 'value', { value: fact.value })
    }
  },
})
