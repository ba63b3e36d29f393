import { defineRule } from '#rule'
export default defineRule({
  id: 'source/too-large',
  title: 'The document is too large or too deep to be read',
  severity: 'error',
  on: ['source'],
  why: 'No service of AWS takes a document of this size; it would only cost time and memory to look at it.',
  fix: 'Split the document; if aliases make it grow, write out what is needed.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html',
      fact: 'A template body is at most 1 MB.',
    },
  ],
  messages: {
    large: 'The document is not checked: {detail}.',
  },
  check(target, { report }) {
    for (const { detail, place } of target.problems('too-large')) report(place, 'large', { detail })
  },
})
