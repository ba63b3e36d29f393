import { defineRule, listOf, string, together } from '#rule'

const SOCIAL = ['Facebook', 'Google', 'LoginWithAmazon', 'SignInWithApple']
const TYPES = ['SAML', 'OIDC', ...SOCIAL]

export default defineRule({
  id: 'cognito/unknown-identity-provider-type',
  title: 'Identity provider types are a fixed set',
  severity: 'error',
  on: ['AWS::Cognito::UserPoolIdentityProvider'],
  why: 'Cognito rejects the provider.',
  fix: 'Use SAML, OIDC, Facebook, Google, LoginWithAmazon or SignInWithApple; of the last four the type is the name too.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html',
      fact: 'The types of providers; the social ones have the name of their type.',
    },
  ],
  notes: ['000:598'],
  messages: {
    unknown: 'ProviderType is "{type}"; it must be {types}.',
    name: 'A provider of the type {type} is called "{type}", not "{name}".',
  },
  check(provider, { report }) {
    const names = provider.known('ProviderName', string)
    for (const type of provider.known('ProviderType', string)) {
      if (!TYPES.includes(type.value)) report(type, 'unknown', { type: type.value, types: listOf(TYPES) })
      if (!SOCIAL.includes(type.value)) continue
      for (const [name] of together(names, [type]))
        if (name.value !== type.value) report(name, 'name', { type: type.value, name: name.value })
    }
  },
})
