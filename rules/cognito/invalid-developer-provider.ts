import { defineRule, matches } from '#rule'

export default defineRule({
  id: 'cognito/invalid-developer-provider',
  title: 'A developer provider name has letters, digits, dot, hyphen, underscore',
  severity: 'error',
  on: ['AWS::Cognito::IdentityPool'],
  why: 'Cognito rejects the identity pool.',
  fix: 'Use 1 to 128 letters, digits, dots, hyphens and underscores.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CreateIdentityPool.html',
      fact: 'The pattern of DeveloperProviderName.',
    },
  ],
  notes: ['000:600', '000:602'],
  check: matches('DeveloperProviderName', /^[\w._-]{1,128}$/, 'have 1 to 128 letters, digits, dots, hyphens and underscores'),
})
