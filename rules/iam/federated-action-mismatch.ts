import { arnOf, defineRule, type Principal } from '#rule'

const ASSUMPTIONS = ['sts:assumerole', 'sts:assumerolewithsaml', 'sts:assumerolewithwebidentity']
const KINDS = {
  saml: { needed: 'sts:AssumeRoleWithSAML', says: 'A SAML provider' },
  web: { needed: 'sts:AssumeRoleWithWebIdentity', says: 'A web identity provider' },
  aws: { needed: 'sts:AssumeRole', says: 'An AWS principal' },
  service: { needed: 'sts:AssumeRole', says: 'A service' },
} as const
const WEB = ['cognito-identity.amazonaws.com', 'accounts.google.com', 'graph.facebook.com', 'www.amazon.com']

function kindOf({ type, text }: Principal): keyof typeof KINDS | undefined {
  if (type === 'AWS') return text === '*' ? undefined : 'aws'
  if (type === 'Service') return 'service'
  if (type !== 'Federated') return undefined
  if (WEB.includes(text)) return 'web'
  const resource = arnOf(text)?.resource
  return resource?.startsWith('saml-provider/') ? 'saml' : resource?.startsWith('oidc-provider/') ? 'web' : undefined
}

export default defineRule({
  id: 'iam/federated-action-mismatch',
  title: 'A federated principal needs its own AssumeRole action',
  severity: 'error',
  on: ['policy'],
  why: 'STS denies the call: identities of a provider come in through the action of that kind of provider only.',
  fix: 'Use sts:AssumeRoleWithSAML for SAML providers, sts:AssumeRoleWithWebIdentity for OpenID Connect and Cognito, sts:AssumeRole for AWS principals and services.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp.html',
      fact: 'Roles for SAML federation allow sts:AssumeRoleWithSAML, those for OpenID Connect sts:AssumeRoleWithWebIdentity.',
    },
  ],
  notes: ['002:386', '002:636', '002:637', '002:1957', '002:1961', '002:1962', '003:225', '003:231', '003:233'],
  cfnLint: ['E3530'],
  messages: {
    mismatch: '{principal} cannot use {action}; it needs {needed}.',
  },
  check(policy, { report }) {
    if (policy.kind !== 'trust') return
    for (const statement of policy.statements) {
      const kinds = new Set(statement.principals().map(kindOf))
      const [kind] = kinds
      if (kinds.size !== 1 || !kind) continue
      const { needed, says } = KINDS[kind]
      for (const { text, place } of statement.suspects('Action', (text) => {
        const action = text.toLowerCase()
        return ASSUMPTIONS.includes(action) && action !== needed.toLowerCase()
      }))
        report(place, 'mismatch', { principal: says, action: text, needed })
    }
  },
})
