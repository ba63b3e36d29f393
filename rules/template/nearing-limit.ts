import { bytesOf, defineRule, isNear, LIMITS } from '#rule'

export default defineRule({
  id: 'template/nearing-limit',
  title: 'Template uses more than nine tenths of what a template can hold',
  severity: 'info',
  on: ['template'],
  why: 'The limits of a template cannot be raised; a change that crosses one is rejected, mostly at a bad moment.',
  fix: 'Plan how to split the template, into nested stacks or stacks of their own.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html',
      fact: 'A template holds at most 500 resources, 1 MB, a description of 1,024 bytes and names of 255 characters.',
    },
  ],
  cfnLint: ['I1002', 'I1003', 'I3010', 'I3012'],
  messages: {
    resources: 'The template holds {count} of at most 500 resources.',
    body: 'The template has {count} of at most 1000 kB.',
    description: 'Description has {count} of at most 1024 bytes.',
    name: 'Logical ID "{id}" has {count} of at most 255 characters.',
  },
  check(template, { report }) {
    const resources = template.section('Resources')
    const count = template.resources.size
    if (resources && isNear(count, LIMITS.resources)) report(resources.key, 'resources', { count })
    const bytes = bytesOf(template.source.text)
    if (isNear(bytes, LIMITS.body)) report(template.root, 'body', { count: Math.ceil(bytes / 1000) })
    const description = template.section('Description')?.value
    if (description?.kind === 'scalar' && isNear(bytesOf(description.text), LIMITS.description))
      report(description, 'description', { count: bytesOf(description.text) })
    for (const { key, id } of template.resources.values()) {
      if (isNear(id.length, LIMITS.name)) report(key, 'name', { id, count: id.length })
    }
  },
})
