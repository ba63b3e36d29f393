import { bytesOf, childOf, defineRule, isNear, LIMITS } from '#rule'
import { outputsOf } from './_outputs.ts'

export default defineRule({
  id: 'output/nearing-limit',
  title: 'Outputs use more than nine tenths of what they can hold',
  severity: 'info',
  on: ['template'],
  why: 'The limits of a template cannot be raised; a change that crosses one is rejected.',
  fix: 'Remove outputs that nobody reads, or shorten the text.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html',
      fact: 'A template holds at most 200 outputs, with names of 255 characters and descriptions of 1,024 bytes.',
    },
  ],
  cfnLint: ['I6010', 'I6011'],
  messages: {
    count: 'The template holds {count} of at most 200 outputs.',
    name: 'Output name "{name}" has {count} of at most 255 characters.',
    description: 'Description of output "{name}" has {count} of at most 1024 bytes.',
  },
  check(template, { report }) {
    const section = template.section('Outputs')
    const count = template.sectionEntries('Outputs').length
    if (section && isNear(count, LIMITS.outputs)) report(section.key, 'count', { count })
    for (const { name, key, body } of outputsOf(template)) {
      if (isNear(name.length, LIMITS.name)) report(key, 'name', { name, count: name.length })
      const description = childOf(body, 'Description')
      const bytes = description?.kind === 'scalar' ? bytesOf(description.text) : 0
      if (description && isNear(bytes, LIMITS.description)) report(description, 'description', { name, count: bytes })
    }
  },
})
