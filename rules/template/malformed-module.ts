import { defineRule } from '#rule'

export default defineRule({
  id: 'template/malformed-module',
  title: 'A module takes no CreationPolicy, UpdatePolicy or Tags',
  severity: 'error',
  on: ['*'],
  why: 'A module stands for several resources; CloudFormation rejects what can be said of one resource only.',
  fix: 'Remove it, or set it within the module.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/modules.html',
      fact: 'CreationPolicy, UpdatePolicy and tags cannot be specified on a module, and the metadata key AWS::CloudFormation::Module is reserved.',
    },
  ],
  cfnLint: ['E5001'],
  messages: {
    attribute: 'A module takes no {name}; remove it.',
    tags: 'A module takes no Tags of its own; remove them or set tags of the stack.',
    metadata: 'The metadata key AWS::CloudFormation::Module is reserved; rename it.',
  },
  check(resource, { report }) {
    if (!resource.type.endsWith('::MODULE')) return
    for (const name of ['CreationPolicy', 'UpdatePolicy']) {
      const attribute = resource.attribute(name)
      if (attribute) report(attribute.key, 'attribute', { name })
    }
    const tags = resource.entries.find(({ key }) => key.text === 'Tags')
    if (tags) report(tags.key, 'tags')
    const metadata = resource.attributeMap('Metadata')
    const reserved = metadata?.entries.find(({ key }) => key.text === 'AWS::CloudFormation::Module')
    if (reserved) report(reserved.key, 'metadata')
  },
})
