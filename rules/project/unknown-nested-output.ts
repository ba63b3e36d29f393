import { closest, defineRule, nestedTemplate } from '#rule'

export default defineRule({
  id: 'project/unknown-nested-output',
  title: 'Reference to an output that the nested template does not have',
  severity: 'error',
  on: ['template'],
  why: 'The outer stack fails after the nested one was created.',
  fix: 'Correct the name, or add the output to the child.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html',
      fact: 'Outputs of a nested stack are read with Fn::GetAtt as Outputs.Name.',
    },
  ],
  notes: ['002:1367', '002:1369', '002:1370', '002:1371', '002:1372'],
  messages: {
    misspelt: 'The template of "{id}" has no output "{name}"; did you mean "{near}"?',
    unknown: 'The template of "{id}" has no output "{name}".',
  },
  check(template, { report }) {
    for (const { name: id, attribute, node, span, when, opaque } of template.references.uses) {
      const stack = attribute?.startsWith('Outputs.') && !opaque ? template.resources.get(id) : undefined
      const child = stack && nestedTemplate(stack)
      if (!attribute || !child || child.isOpen('Outputs')) continue
      const outputs = child.sectionEntries('Outputs').map(({ key }) => key.text)
      const name = attribute.slice('Outputs.'.length)
      if (outputs.includes(name)) continue
      const near = closest(name, outputs)
      if (near) report({ node, span, when }, 'misspelt', { id, name, near })
      else report({ node, span, when }, 'unknown', { id, name })
    }
  },
})
