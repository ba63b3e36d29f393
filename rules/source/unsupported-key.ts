import { defineRule } from '#rule'
export default defineRule({
  id: 'source/unsupported-key',
  title: 'A key must be plain text',
  severity: 'error',
  on: ['source'],
  why: 'A map or list cannot be a key in what AWS reads; usually a value lacks its quotes.',
  fix: 'Quote the text; a value with braces, as "{{name}}", is read as a map without quotes.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html',
      fact: 'Every key of a template is a string, as in JSON.',
    },
  ],
  cfnLint: ['E0000'],
  messages: {
    unsupported: 'A {kind} stands where a key is expected; quote it if it was meant as text.',
  },
  check(target, { report }) {
    for (const { detail, place } of target.problems('unsupported-key'))
      report(place, 'unsupported', { kind: detail === 'mapping' ? 'map' : 'list' })
  },
})
