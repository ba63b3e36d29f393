import { arnOf, defineRule, isPlaceholder, leadsOf, OPAQUE, type Place, pathOf, suspectsOf, WORD } from '#rule'

const IDENTITY = /^(root|(role|user|assumed-role|federated-user)\/.+|[^a-z].*)$/s

function isNoPrincipal(text: string): boolean {
  // The default of a parameter that says what is to be put in is no value.
  if (!text.startsWith('arn:') && /\s/.test(text)) return false
  if (text === '*' || text.includes('${') || text.startsWith(OPAQUE) || text.startsWith(WORD)) return false
  // Twelve digits, or the ID that is left of a principal that was deleted.
  if (/^(\d{12}|A[A-Z0-9]{15,})$/.test(text) || isPlaceholder(text.replaceAll(OPAQUE, ''))) return false
  const arn = arnOf(text)
  if (!arn) return !text.includes(OPAQUE)
  const account = /^(\d{12}|cloudfront|aws|.*[\uE000\uE001].*)$/
  if (!/^(iam|sts)$/.test(arn.service) || arn.region !== '' || !account.test(arn.account)) return true
  return !IDENTITY.test(arn.resource) || /[*?]/.test(arn.resource)
}

const isDefault = (place: Place): boolean => pathOf('node' in place ? place.node : place).startsWith('Parameters/')

export default defineRule({
  id: 'iam/malformed-principal',
  title: 'Principal.AWS must be *, an account or an ARN',
  severity: 'error',
  on: ['policy'],
  why: 'The policy is rejected because of an invalid principal, and the resource that holds it is not created.',
  fix: 'Give * for everybody, the twelve digits of an account, or the ARN of a role or user.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
      fact: 'An AWS principal is an account, a role, a user, a session or * for all; groups are none, and wildcards within an ARN are not allowed.',
    },
  ],
  notes: ['001:579', '001:961', '001:962', '003:213'],
  cfnLint: ['E3512', 'E3513', 'E3530'],
  messages: {
    malformed: 'Principal is "{value}"; it must be *, twelve digits of an account, or the ARN of a role or user.',
    name: 'Principal is the name of {id}; it must be its ARN: read the attribute Arn instead.',
    wildcard:
      'Principal is "{value}"; a wildcard cannot stand within an ARN: name the principals, or use * with a condition on aws:PrincipalArn.',
  },
  check(policy, { report }) {
    if (policy.kind === 'boundary') return
    const { template } = policy.resource
    for (const statement of policy.statements) {
      for (const element of ['Principal', 'NotPrincipal'] as const) {
        const principals = statement.principals(element).filter(({ type }) => type === 'AWS' || type === '')
        for (const { text, place } of suspectsOf(principals, isNoPrincipal)) {
          // Who deploys gives the principal; a default is often the name of somebody else's role.
          if (isDefault(place)) continue
          report(place, /^arn:.*[*?]/.test(text) ? 'wildcard' : 'malformed', { value: text })
        }
        for (const { item, when, text } of principals.filter(({ text }) => text === WORD))
          for (const lead of leadsOf(template, item, when))
            if (text && /^AWS::IAM::(Role|User|Group)$/.test(lead.resource.type)) report(lead, 'name', { id: lead.resource.id })
      }
    }
  },
})
