import { defineRule } from '#rule'
export default defineRule({
  id: 'source/several-documents',
  title: 'The file holds more than one YAML document',
  severity: 'error',
  on: ['source'],
  why: 'Only the first document is read, or the file is rejected as a whole.',
  fix: 'Put each document into a file of its own; remove the line with the three dashes.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html',
      fact: 'A template is one YAML or JSON document.',
    },
  ],
  cfnLint: ['E0000'],
  messages: {
    several: 'A second YAML document begins here; this {kind} may be only one.',
  },
  check(target, { report }) {
    for (const { place } of target.problems('several-documents')) report(place, 'several', { kind: target.name })
  },
})
