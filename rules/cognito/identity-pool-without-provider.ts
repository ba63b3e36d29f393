import { boolean, defineRule, jointly, type When } from '#rule'

const PROVIDERS = [
  'CognitoIdentityProviders',
  'SupportedLoginProviders',
  'OpenIdConnectProviderARNs',
  'SamlProviderARNs',
  'DeveloperProviderName',
]

export default defineRule({
  id: 'cognito/identity-pool-without-provider',
  title: 'An identity pool needs a provider or guests',
  severity: 'warning',
  on: ['AWS::Cognito::IdentityPool'],
  why: 'Nobody can get an identity from it.',
  fix: 'Name a provider, for example a user pool in CognitoIdentityProviders.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html',
      fact: 'Identities come from a provider that is configured, or are guests.',
    },
  ],
  notes: ['002:384', '002:385', '002:387', '002:2184'],
  messages: { without: 'The identity pool has no provider and takes no guests; name one in CognitoIdentityProviders.' },
  check(pool, { report }) {
    for (const guests of pool.known('AllowUnauthenticatedIdentities', boolean).filter(({ value }) => !value)) {
      let cases: readonly When[] = [guests.when]
      for (const name of PROVIDERS) cases = cases.flatMap((one) => pool.lacking(name).flatMap((other) => jointly(one, other) ?? []))
      for (const when of cases) report({ node: guests.node, when }, 'without')
    }
  },
})
