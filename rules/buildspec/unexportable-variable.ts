import { defineRule, list } from '#rule'
import { REFERENCE } from './_sources.ts'

export default defineRule({
  id: 'buildspec/unexportable-variable',
  title: 'Variables starting with AWS_ cannot be exported',
  severity: 'warning',
  on: ['buildspec'],
  why: 'The later action of the pipeline or build of the batch that asks for it gets nothing.',
  fix: 'Assign the value to a variable of another name and export that one.',
  sources: [
    {
      url: REFERENCE,
      fact: 'Exported cannot be: variables whose names begin with AWS_, and parameters and secrets that are set on the project.',
    },
  ],
  notes: ['002:1189', '002:2352'],
  messages: { aws: 'The variable {name} cannot be exported because its name begins with "AWS_"; copy it into another one.' },
  check(buildspec, { report }) {
    for (const { value: items } of buildspec.known('env.exported-variables', list)) {
      for (const item of items) {
        if (item.kind === 'scalar' && item.text.startsWith('AWS_')) report(item, 'aws', { name: item.text })
      }
    }
  },
})
