import { defineRule } from '#rule'
export default defineRule({
  id: 'source/undefined-alias',
  title: 'An alias has no anchor',
  severity: 'error',
  on: ['source'],
  why: 'The document cannot be read: YAML knows no value for the alias.',
  fix: 'Define the anchor (&name) above the alias, or quote the text if it was meant as such.',
  sources: [
    {
      url: 'https://yaml.org/spec/1.1/#id863390',
      fact: 'An alias refers to the most recent node before it that has the same anchor.',
    },
  ],
  cfnLint: ['E0000'],
  messages: {
    undefined: 'The alias *{name} refers to no anchor above it; quote the text if it is no alias.',
    recursive: 'The alias *{name} stands inside of its own anchor; a document cannot contain itself.',
  },
  check(target, { report }) {
    for (const { detail, place } of target.problems('undefined-alias')) report(place, 'undefined', { name: detail })
    for (const { detail, place } of target.problems('recursive-alias')) report(place, 'recursive', { name: detail })
  },
})
