import { defineRule } from '#rule'

export default defineRule({
  id: 'intrinsic/consecutive-short-forms',
  title: 'Two short-form tags cannot stand directly behind each other',
  severity: 'error',
  on: ['source'],
  why: 'YAML allows one tag for a value, so nothing of the template is read.',
  fix: 'Write the outer function in its long form, with the inner one below it: "Fn::Base64: !Sub …".',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html',
      fact: 'Functions in short form cannot be nested one directly behind the other; one of them takes its full name.',
    },
  ],
  notes: ['002:1271', '002:1277', '002:1283', '002:1299', '002:1312', '002:1346'],
  cfnLint: ['E0000'],
  messages: { consecutive: 'Two tags stand before one value; write the outer function in its long form, as "Fn::Base64:".' },
  check(target, { report }) {
    for (const { detail, place } of target.problems('syntax-error')) {
      if (/duplication of a tag property/.test(detail)) report(place, 'consecutive')
    }
  },
})
