import { defineRule } from '#rule'
export default defineRule({
  id: 'template/malformed-json',
  title: 'A JSON template must be strict JSON',
  severity: 'error',
  on: ['source'],
  why: 'CloudFormation refuses the template with "JSON not well-formed".',
  fix: 'Correct the text at the place shown; JSON has no comments, no trailing commas and only double quotes.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html',
      fact: 'CloudFormation templates in JSON follow the ECMA-404 JSON standard.',
    },
  ],
  notes: ['001:970', '001:971', '001:972', '001:973'],
  cfnLint: ['E0000'],
  messages: {
    malformed: 'The JSON is not well-formed: {reason}.',
  },
  check(target, { report }) {
    if (target.source.format !== 'json' || !target.isTemplate) return
    for (const { detail, place } of target.problems('syntax-error')) report(place, 'malformed', { reason: detail })
  },
})
