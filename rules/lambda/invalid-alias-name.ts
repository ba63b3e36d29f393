import { defineRule, matches } from '#rule'

export default defineRule({
  id: 'lambda/invalid-alias-name',
  title: 'An alias name must not be a number or $LATEST',
  severity: 'error',
  on: ['AWS::Lambda::Alias'],
  why: 'Lambda rejects the alias: a number or $LATEST would be a version.',
  fix: 'Use letters, digits, "-" and "_", not digits alone.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateAlias.html',
      fact: 'An alias name consists of up to 128 letters, digits, hyphens and underscores and is no number.',
    },
  ],
  notes: ['001:760', '001:761', '001:762', '001:764', '002:244', '002:248', '002:249', '002:2238', '002:2243', '002:2244'],
  cfnLint: ['E3031'],
  check: matches('Name', /^(?!\d+$)[\w-]{1,128}$/, 'consist of letters, digits, "-" and "_", and not of digits alone'),
})
