import { defineRule, tagSets } from '#rule'

export default defineRule({
  id: 'template/reserved-tag-key',
  title: 'Tag keys must not start with aws:',
  severity: 'error',
  on: ['*'],
  why: 'Keys that begin so belong to AWS; the request that sets one is rejected.',
  fix: 'Choose a key with another beginning.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html',
      fact: 'The prefix aws: is reserved for AWS, in upper and lower case.',
    },
  ],
  notes: ['002:480', '002:1994', '002:2337'],
  cfnLint: ['E3024'],
  messages: { reserved: 'The tag key "{key}" begins with aws:, which is reserved for AWS; choose another key.' },
  check(resource, { report }) {
    for (const { keys } of tagSets(resource)) {
      for (const key of keys) if (/^aws:/i.test(key.value)) report(key, 'reserved', { key: key.value })
    }
  },
})
