import { defineRule } from '#rule'
import { hintFor } from './_hints.ts'
export default defineRule({
  id: 'source/syntax-error',
  title: 'The text is not well-formed',
  severity: 'error',
  on: ['source'],
  why: 'Nothing of the document is read: the deployment or the build stops before it begins.',
  fix: 'Look at the line shown and at the one above it: indentation, quotes and colons are the usual causes.',
  sources: [
    {
      url: 'https://yaml.org/spec/1.1/',
      fact: 'YAML structure is given by indentation; a value with a colon and a blank, or that begins with a special character, has to be quoted.',
    },
  ],
  cfnLint: ['E0000'],
  messages: {
    yaml: 'The YAML is not well-formed ({reason}): {hint}.',
    json: 'The JSON is not well-formed: {reason}.',
  },
  check(target, { report }) {
    for (const { detail, span, place } of target.problems('syntax-error')) {
      // Two tags on one node and JSON templates have rules of their own.
      if (/duplication of a tag property/.test(detail)) continue
      if (target.source.format === 'json') {
        if (!target.isTemplate) report(place, 'json', { reason: detail })
        continue
      }
      const { lines } = target.source
      report(place, 'yaml', { reason: detail, hint: hintFor(detail, lines.line(lines.position(span.start).line), target.source.text) })
    }
  },
})
