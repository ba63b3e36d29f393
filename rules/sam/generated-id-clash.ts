import { defineRule } from '#rule'

export default defineRule({
  id: 'sam/generated-id-clash',
  title: 'Resource has the logical ID of one that SAM generates',
  severity: 'error',
  on: ['template'],
  why: 'SAM would overwrite the resource; the transform fails instead.',
  fix: 'Rename the resource; to bring a role of your own set Role on the function.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html',
      fact: 'Says which resources are generated and how their logical IDs are made.',
    },
  ],
  messages: {
    clash: 'SAM generates a resource {id} ({type}) for {owner}; give this resource another logical ID.',
  },
  check(template, { report }) {
    if (template.kind !== 'sam') return
    for (const [id, made] of template.names.sam.all) {
      const resource = template.resources.get(id)
      if (resource && made.isCertain && resource !== made.owner)
        report(resource.key, 'clash', { id, type: made.type, owner: made.owner.id })
    }
  },
})
