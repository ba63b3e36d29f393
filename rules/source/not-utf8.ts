import { defineRule } from '#rule'
export default defineRule({
  id: 'source/not-utf8',
  title: 'The file is not UTF-8 text',
  severity: 'error',
  on: ['source'],
  why: 'AWS reads these documents as UTF-8; anything else is rejected, or arrives with other characters.',
  fix: 'Save the file as UTF-8 and remove characters that do not belong into a text.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html',
      fact: 'Templates are JSON or YAML text; both are exchanged as UTF-8.',
    },
  ],
  cfnLint: ['E0000'],
  messages: {
    encoding: 'The file is {encoding}; save it as UTF-8.',
    invalid: 'The character {code} stands for something that is no UTF-8 text; remove it or save the file as UTF-8.',
  },
  check(target, { report }) {
    for (const { detail, place } of target.problems('encoding')) report(place, 'encoding', { encoding: detail })
    for (const { detail, place } of target.problems('invalid-character')) report(place, 'invalid', { code: detail })
  },
})
