import { closest, defineRule, isLoop, respell, SAM_RESOURCE_ATTRIBUTES } from '#rule'

const ATTRIBUTES: readonly string[] = SAM_RESOURCE_ATTRIBUTES.filter((name) => name !== 'CreationPolicy')

export default defineRule({
  id: 'template/ignored-resource-attribute',
  title: 'SAM silently drops this attribute of a serverless resource',
  severity: 'warning',
  on: ['*'],
  fixes: 'safe',
  why: 'The serverless transform copies a few attributes to what it makes and drops the others without a word. Most often it is a property that was indented too little.',
  fix: 'Move properties below Properties; remove what has no effect.',
  sources: [
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/__init__.py',
      fact: 'The translator passes DependsOn, Condition, DeletionPolicy, UpdateReplacePolicy, UpdatePolicy and Metadata on, reads Connectors and IgnoreGlobals, and drops the rest.',
    },
  ],
  cfnLint: ['W3001'],
  messages: {
    misspelt: 'SAM drops "{name}" of resource "{id}"; did you mean "{near}"?',
    dropped: 'SAM drops "{name}" of resource "{id}"; properties stand below Properties.',
  },
  check(resource, { report }) {
    const { id, template, body, type } = resource
    if (template.kind !== 'sam' || template.isRewritten || resource.isBodyOpen || !type.startsWith('AWS::Serverless::')) return
    for (const { key } of body.entries) {
      const name = key.text
      if (ATTRIBUTES.includes(name) || isLoop(name)) continue
      const near = closest(name, ATTRIBUTES)
      if (near && !resource.attribute(near)) report(key, 'misspelt', { id, name, near }, respell(key, ATTRIBUTES))
      else report(key, 'dropped', { id, name })
    }
  },
})
