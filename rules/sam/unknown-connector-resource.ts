import { callOf, childOf, closest, defineRule, type Mapping, type Node, respell } from '#rule'

export default defineRule({
  id: 'sam/unknown-connector-resource',
  title: 'Connector names a resource that the template does not have',
  severity: 'error',
  on: ['template'],
  fixes: 'unsafe',
  why: 'SAM looks the resource up in the template to know its type, and fails where it finds none.',
  fix: 'Correct the logical ID, or describe a resource of elsewhere with Type and Arn.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-connector-resourcereference.html',
      fact: 'Id is the logical ID of a resource of the same template; without it Type and what belongs to the type are needed.',
    },
  ],
  messages: {
    unknown: 'There is no resource "{id}" in this template.',
    misspelt: 'There is no resource "{id}" in this template; did you mean "{near}"?',
    shape: 'Id must be the logical ID of a resource, as text and not as a function.',
    neither: 'A connector needs Id, or Type with what belongs to the type.',
    destination: 'Destination is an empty list; name at least one resource.',
    permissions: 'Permissions is empty; give Read, Write or both.',
  },
  check(template, { report }) {
    if (template.kind !== 'sam' || template.isOpen('Resources')) return
    for (const resource of template.resources.values()) {
      if (resource.type === 'AWS::Serverless::Connector') connector(resource.node, ['Source', 'Destination'])
      const embedded = resource.attribute('Connectors')?.value
      for (const { value } of embedded?.kind === 'mapping' ? embedded.entries : []) connector(childOf(value, 'Properties'), ['Destination'])
    }

    function connector(properties: Node | undefined, names: readonly string[]): void {
      for (const name of names) {
        const end = childOf(properties, name)
        if (end?.kind === 'sequence' && end.items.length === 0) report(end, 'destination')
        for (const one of end?.kind === 'sequence' ? end.items : end ? [end] : []) if (one.kind === 'mapping' && !callOf(one)) judge(one)
      }
      const permissions = childOf(properties, 'Permissions')
      if (permissions?.kind === 'sequence' && permissions.items.length === 0) report(permissions, 'permissions')
    }

    function judge(end: Mapping): void {
      const id = childOf(end, 'Id')
      if (!id) {
        if (end.entries.every(({ key }) => key.text === 'Qualifier')) report(end, 'neither')
      } else if (id.kind !== 'scalar' || typeof id.value !== 'string') {
        if (!callOf(id) || !template.hasTransform('AWS::LanguageExtensions')) report(id, 'shape')
      } else if (!template.names.meaningOf(id.text)) {
        const near = closest(id.text, template.resources.keys())
        if (near) report(id, 'misspelt', { id: id.text, near }, respell(id, template.resources.keys()))
        else report(id, 'unknown', { id: id.text })
      }
    }
  },
})
