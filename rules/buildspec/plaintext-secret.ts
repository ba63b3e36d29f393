import { accessKeyIn, defineRule, isSecretValue } from '#rule'
import { REFERENCE } from './_sources.ts'

export default defineRule({
  id: 'buildspec/plaintext-secret',
  title: 'Secret is written in plain text in env.variables',
  severity: 'warning',
  on: ['buildspec'],
  why: 'Everybody who reads the repository, the build in the console, or its log has the secret.',
  fix: 'Store it in Secrets Manager or Parameter Store and name it under secrets-manager or parameter-store; change the one that leaked.',
  sources: [
    { url: REFERENCE, fact: 'Sensitive values do not belong into variables: they are shown in plain text in the console and the CLI.' },
  ],
  notes: ['002:1993', '002:2352'],
  messages: { plain: 'The variable {name} holds a secret in plain text; read it from secrets-manager or parameter-store.' },
  check(buildspec, { report }) {
    for (const { map, entry } of buildspec.variables) {
      const { key, value } = entry
      if (map !== 'variables' || value.kind !== 'scalar') continue
      // Access keys of AWS are told by template/hardcoded-access-key.
      if (!accessKeyIn(value.text, key.text) && isSecretValue(value.text, key.text)) report(value, 'plain', { name: key.text })
    }
  },
})
