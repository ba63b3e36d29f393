import { defineRule } from '#rule'
import { conditionKeys } from './_statements.ts'

const provider = (text: string): string =>
  /[\uE000\uE001]/.test(text) ? 'the provider' : `"${text.split('/').slice(1).join('/') || text}"`

export default defineRule({
  id: 'iam/federated-trust-without-condition',
  title: 'A federated trust should check the audience',
  severity: 'warning',
  on: ['policy'],
  why: 'Whoever the provider lets in may take the role, also through other applications, other repositories and other tenants.',
  fix: 'Add a condition on the audience (…:aud), and on the subject (…:sub) for providers that serve everybody.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',
      fact: 'Trust policies for OpenID Connect should test the audience, and for GitHub the subject, so that only known repositories are let in.',
    },
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_saml.html',
      fact: 'Trust policies for SAML test SAML:aud.',
    },
  ],
  notes: ['002:386', '002:636', '002:637', '002:1957', '002:1961', '002:1962', '003:225', '003:231', '003:233'],
  messages: {
    audience: 'Everybody whom {provider} lets in may take the role; add a condition on its audience or subject.',
    subject: 'Every repository of GitHub may take the role; add a condition on token.actions.githubusercontent.com:sub.',
  },
  check(policy, { report }) {
    if (policy.kind !== 'trust') return
    for (const statement of policy.statements) {
      const keys = conditionKeys(statement)
      if (!statement.isAllow || !keys) continue
      for (const { type, text, place } of statement.principals()) {
        if (type !== 'Federated') continue
        const isGitHub = /token\.actions\.githubusercontent\.com$/.test(text)
        // A key that is put together is named by nobody.
        const hasSubject = keys.some((key) => /:sub$|:repository$|:job_workflow_ref$|\uE000/.test(key))
        if (isGitHub && !hasSubject) report(place, 'subject')
        else if (!hasSubject && !keys.some((key) => /:(aud|iss|amr|oaud|app_id)$/.test(key)))
          report(place, 'audience', { provider: provider(text) })
      }
    }
  },
})
