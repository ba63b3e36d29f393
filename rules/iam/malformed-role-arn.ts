import { arnOf, defineRule, isPartial, OPAQUE } from '#rule'

/** What is wrong with the ARN of a role; undefined when nothing is for certain. */
function hintAt(text: string): string | undefined {
  if (!text.startsWith('arn:') || /^arn:[^:]*\*$/.test(text)) return undefined
  const arn = arnOf(text)
  if (!arn) return isPartial(text) && text.includes(OPAQUE) ? undefined : text.endsWith('*') ? undefined : ', with two colons behind iam'
  const { service, region, account, resource } = arn
  if (service !== 'iam')
    return service === 'sts' ? ', not a session of it' : /[*?\uE001]/.test(service) ? undefined : ', of the service iam'
  if (region !== '') return /[*?]/.test(region) ? undefined : ', without a Region'
  if (!/[*?\uE001]|^\d{12}$|\$\{/.test(account)) return ', with twelve digits for the account'
  return /^(role\/|[*?\uE000\uE001]|r[ole]*[*?])/.test(resource) ? undefined : ', with role/ before the name'
}

export default defineRule({
  id: 'iam/malformed-role-arn',
  title: 'The ARN of the assumed role is malformed',
  severity: 'error',
  on: ['policy'],
  why: 'IAM refuses the policy, or the permission never matches a role.',
  fix: 'Write arn:aws:iam::account:role/name: no Region, twelve digits, role/ and the path and name.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns',
      fact: 'The ARN of a role is arn:partition:iam::account:role/path-and-name; IAM ARNs have no Region.',
    },
  ],
  notes: ['001:977', '001:980', '001:981', '001:983', '001:984'],
  messages: {
    malformed: '{element} is "{value}"; the ARN of a role is arn:aws:iam::account:role/name{hint}.',
  },
  check(policy, { report }) {
    if (policy.kind !== 'identity') return
    for (const statement of policy.statements) {
      if (!statement.all('Action', (text) => /^sts:AssumeRole$/i.test(text))) continue
      for (const { text, place } of statement.suspects('Resource', (text) => hintAt(text) !== undefined))
        report(place, 'malformed', { element: 'Resource', value: text, hint: hintAt(text) ?? '' })
    }
  },
})
