import { defineRule, jointly, string, table } from '#rule'

const SOCIAL = ['client_id', 'client_secret', 'authorize_scopes']
const NEEDED: Readonly<Record<string, readonly string[]>> = table({
  Facebook: SOCIAL,
  Google: SOCIAL,
  LoginWithAmazon: SOCIAL,
  OIDC: ['client_id', 'attributes_request_method', 'oidc_issuer', 'authorize_scopes'],
  SignInWithApple: ['client_id', 'team_id', 'key_id', 'private_key'],
})

export default defineRule({
  id: 'cognito/incomplete-identity-provider',
  title: 'Each identity provider type has its required details',
  severity: 'error',
  on: ['AWS::Cognito::UserPoolIdentityProvider'],
  why: 'Cognito rejects the provider.',
  fix: 'Give the details that its type needs in ProviderDetails.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html',
      fact: 'The details that each type of provider has.',
    },
    {
      url: 'https://github.com/badmintoncryer/cdk-preflight/blob/main/docs/rules.md',
      fact: 'Tried: Cognito names the required details of each type when it refuses a provider without them.',
    },
  ],
  notes: ['000:598'],
  messages: {
    missing: 'A provider of the type {type} needs {name} in ProviderDetails; set it.',
    metadata: 'A provider of the type SAML needs MetadataURL or MetadataFile in ProviderDetails; set one.',
  },
  check(provider, { report }) {
    for (const { value: type, when } of provider.known('ProviderType', string)) {
      for (const details of provider.items('ProviderDetails')) {
        for (const name of NEEDED[type] ?? []) {
          for (const absent of details.absent(name)) {
            const joint = jointly(when, absent.when)
            if (joint) report({ node: details.node, when: joint }, 'missing', { type, name })
          }
        }
        for (const url of type === 'SAML' ? details.absent('MetadataURL') : []) {
          for (const file of details.absent('MetadataFile')) {
            const joint = jointly(when, url.when, file.when)
            if (joint) report({ node: details.node, when: joint }, 'metadata')
          }
        }
      }
    }
  },
})
