import { defineRule, isPlaceholder, string } from '#rule'

const PATHS = [
  'AuthParameters.ApiKeyAuthParameters.ApiKeyValue',
  'AuthParameters.BasicAuthParameters.Password',
  'AuthParameters.OAuthParameters.ClientParameters.ClientSecret',
]

export default defineRule({
  id: 'events/plaintext-connection-secret',
  title: 'Connection secrets should not stand in the template',
  severity: 'warning',
  on: ['AWS::Events::Connection'],
  why: 'Everybody who can read the template or the stack knows the secret.',
  fix: 'Use a dynamic reference to a secret.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html',
      fact: 'Dynamic references read secrets at deployment, so that they do not stand in the template.',
    },
  ],
  notes: ['002:1909'],
  cfnLint: ['W1011'],
  messages: {
    plain: '{name} stands in the template as text; use a dynamic reference to a secret.',
  },
  check(connection, { report }) {
    for (const path of PATHS) {
      for (const secret of connection.known(path, string)) {
        const name = path.split('.').at(-1) as string
        if (!isPlaceholder(secret.value) && secret.value !== '') report(secret, 'plain', { name })
      }
    }
  },
})
