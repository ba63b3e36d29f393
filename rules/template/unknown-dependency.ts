import { closest, defineRule, respell } from '#rule'

export default defineRule({
  id: 'template/unknown-dependency',
  title: 'DependsOn must name a resource of the template',
  severity: 'error',
  on: ['template'],
  fixes: 'unsafe',
  why: 'CloudFormation rejects the template with "Unresolved resource dependencies".',
  fix: 'Write the logical ID of a resource of the same template, as it is written below Resources.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-dependson.html',
      fact: 'DependsOn takes logical IDs: this resource is created only after those.',
    },
  ],
  notes: ['002:1240', '002:1275', '003:254', '004:37'],
  cfnLint: ['E3005'],
  messages: {
    misspelt: 'DependsOn names "{name}", which is no resource of the template; did you mean "{near}"?',
    unknown: 'DependsOn names "{name}", which is no resource of the template.',
    parameter: 'DependsOn names the parameter "{name}"; only resources can be waited for.',
    dotted: 'DependsOn names "{name}"; write the logical ID without an attribute, "{near}".',
  },
  check(template, { report }) {
    // SAM replaces the ID of an embedded connector by those of what it makes of it.
    const connectors = new Set(
      [...template.resources.values()].flatMap(
        (resource) => resource.attributeMap('Connectors')?.entries.map(({ key }) => resource.id + key.text) ?? [],
      ),
    )
    for (const { kind, name, node, opaque } of template.references.uses) {
      if (kind !== 'DependsOn' || opaque || connectors.has(name)) continue
      const meaning = template.names.meaningOf(name)
      if (meaning === 'parameter') report(node, 'parameter', { name })
      if (meaning !== undefined && meaning !== 'pseudo') continue
      const head = name.split('.')[0] as string
      const near = closest(name, template.resources.keys())
      if (head !== name && template.resources.has(head)) report(node, 'dotted', { name, near: head })
      else if (near) report(node, 'misspelt', { name, near }, respell(node, template.resources.keys()))
      else report(node, 'unknown', { name })
    }
  },
})
