import { defineRule } from '#rule'

export default defineRule({
  id: 'template/duplicate-name',
  title: 'A parameter and a resource may not share a name',
  severity: 'error',
  on: ['template'],
  why: 'Ref would not know which of the two is meant; CloudFormation rejects the template.',
  fix: 'Rename one of the two and the references to it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
      fact: 'The logical name of a parameter is unique among all logical names within the template.',
    },
  ],
  notes: ['002:1261', '002:1311'],
  cfnLint: ['E3007'],
  messages: { duplicate: '"{id}" is both a parameter and a resource; rename one of them.' },
  check(template, { report }) {
    for (const { id, key } of template.resources.values()) {
      const parameter = template.parameters.get(id)
      if (parameter) report({ node: key, related: [{ node: parameter.key, message: 'the parameter' }] }, 'duplicate', { id })
    }
  },
})
