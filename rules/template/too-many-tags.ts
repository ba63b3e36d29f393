import { defineRule, tagSets } from '#rule'

const MOST = 50

export default defineRule({
  id: 'template/too-many-tags',
  title: 'A resource takes at most 50 tags',
  severity: 'error',
  on: ['*'],
  why: 'The request that creates the resource is rejected.',
  fix: 'Remove tags; AWS adds its own, which do not count.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html',
      fact: 'A resource can have up to 50 tags made by users.',
    },
  ],
  notes: ['002:480', '002:1994', '002:2337'],
  cfnLint: ['E3024'],
  messages: { many: 'There are {count} tags; a resource takes at most 50.' },
  check(resource, { report }) {
    for (const { node, most } of tagSets(resource)) {
      if (most.count > MOST) report({ node, when: most.when }, 'many', { count: most.count })
    }
  },
})
