import { defineRule } from '#rule'

export default defineRule({
  id: 'iam/unsatisfiable-mfa-condition',
  title: 'MFA conditions never hold for federated or service callers',
  severity: 'warning',
  on: ['policy'],
  why: 'The condition is never fulfilled, so that nobody can take the role.',
  fix: 'Remove the condition, or ask the identity provider for the second factor.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html',
      fact: 'Requests of federated users and of services carry nothing about MFA; AssumeRole and GetSessionToken do.',
    },
  ],
  notes: ['002:1960', '002:1961', '002:1962', '002:1963', '002:1964'],
  messages: {
    never: '{key} is never true for {callers}; remove the condition.',
  },
  check(policy, { report }) {
    if (policy.kind !== 'trust') return
    for (const statement of policy.statements) {
      if (!statement.isAllow) continue
      const principals = statement.principals()
      const isService = principals.length > 0 && principals.every(({ type }) => type === 'Service')
      const isFederated = statement.all('Action', (text) => /^sts:AssumeRoleWith(SAML|WebIdentity)$/i.test(text))
      if (!isService && !isFederated) continue
      for (const { operator, key, values, when } of statement.conditions()) {
        const name = key.text.toLowerCase()
        const wantsIt =
          name === 'aws:multifactorauthpresent' && /^bool$/i.test(operator.text) && values.some(({ text }) => text.toLowerCase() === 'true')
        const isAge = name === 'aws:multifactorauthage' && /^numeric(?!.*ifexists$)/i.test(operator.text)
        if (wantsIt || isAge)
          report({ node: key, when }, 'never', { key: key.text, callers: isService ? 'a service' : 'federated callers' })
      }
    }
  },
})
