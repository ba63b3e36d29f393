import { defineRule, policiesIn } from '#rule'

export default defineRule({
  id: 'secretsmanager/public-resource-policy',
  title: 'A secret must not be open to everyone',
  severity: 'warning',
  on: ['AWS::SecretsManager::ResourcePolicy'],
  why: 'Secrets Manager refuses the policy while it blocks public access; else anybody with an AWS account may read the secret.',
  fix: 'Name the accounts or roles that are meant, or add a condition such as aws:PrincipalOrgID.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html',
      fact: 'Policies that give broad access are blocked unless that is switched off.',
    },
  ],
  notes: ['000:285'],
  messages: {
    open: 'Everybody is admitted to the secret; name who is meant, or add a condition such as aws:PrincipalOrgID.',
  },
  check(holder, { report }) {
    for (const { statements } of policiesIn(holder)) {
      for (const statement of statements) {
        if (statement.isAllow && statement.isUnrestricted) for (const { place } of statement.everybody()) report(place, 'open')
      }
    }
  },
})
