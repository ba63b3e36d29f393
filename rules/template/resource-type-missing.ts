import { callOf, closest, defineRule, nounOf, renameKey } from '#rule'

export default defineRule({
  id: 'template/resource-type-missing',
  title: 'Every resource needs a Type',
  severity: 'error',
  on: ['*'],
  fixes: 'safe',
  why: 'Without a Type CloudFormation does not know what to make and rejects the template.',
  fix: 'Write the Type as a literal text, such as AWS::S3::Bucket.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html',
      fact: 'Type is required and names the resource type that is declared; functions are allowed in a few attributes only, not in Type.',
    },
  ],
  notes: ['002:1251', '002:1252', '002:1253'],
  cfnLint: ['E3001'],
  messages: {
    missing: 'Resource "{id}" has no Type; write one, such as AWS::S3::Bucket.',
    misspelt: 'Resource "{id}" has no Type; did you mean Type instead of "{near}"?',
    notText: 'Type of resource "{id}" is {noun}; it must be a literal text, such as AWS::S3::Bucket.',
  },
  check(resource, { report }) {
    const { id, template, body } = resource
    if (template.isRewritten || resource.isBodyOpen) return
    const type = resource.attribute('Type')?.value
    if (!type) {
      const near = callOf(body) ? undefined : body.entries.find(({ key }) => closest(key.text, ['Type']) !== undefined)
      if (near) report(near.key, 'misspelt', { id, near: near.key.text }, renameKey(near.key, 'Type'))
      else report(resource.key, 'missing', { id })
    } else if (type.kind !== 'scalar' || typeof type.value !== 'string' || type.text.trim() === '')
      report(type, 'notText', { id, noun: nounOf(type) })
  },
})
