import { defineRule, isPlaceholder, string } from '#rule'

export default defineRule({
  id: 'cognito/plaintext-client-secret',
  title: 'Provider secrets should not stand in the template',
  severity: 'warning',
  on: ['AWS::Cognito::UserPoolIdentityProvider'],
  why: 'Everybody who may read the template or the stack has the secret.',
  fix: "Use a dynamic reference: '{{resolve:secretsmanager:name:SecretString:key}}'.",
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security-best-practices.html',
      fact: 'Secrets are not written into templates but referred to.',
    },
  ],
  notes: ['000:598'],
  messages: { plain: '{name} stands in the template for everybody to read; use a dynamic reference.' },
  check(provider, { report }) {
    for (const name of ['client_secret', 'private_key']) {
      for (const secret of provider.known(`ProviderDetails.${name}`, string)) {
        if (secret.via || secret.value === '' || isPlaceholder(secret.value) || secret.value.includes('{{resolve:')) continue
        report(secret, 'plain', { name })
      }
    }
  },
})
