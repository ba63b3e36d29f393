import { defineRule, policiesIn } from '#rule'

export default defineRule({
  id: 'kms/open-key-policy',
  title: 'A key must not be open to everyone',
  severity: 'warning',
  on: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  why: 'Anybody with an AWS account may use the key, and what is encrypted with it.',
  fix: 'Name the accounts, roles or services that are meant, or add a condition such as kms:CallerAccount or aws:PrincipalOrgID.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html',
      fact: 'With "*" as principal and no condition, every identity of every account has the permission.',
    },
  ],
  notes: ['002:668', '002:684'],
  messages: {
    open: 'Everybody is admitted to the key; name who is meant, or add a condition such as kms:CallerAccount.',
  },
  check(key, { report }) {
    for (const { statements } of policiesIn(key)) {
      for (const statement of statements) {
        if (statement.isAllow && statement.isUnrestricted) for (const { place } of statement.everybody()) report(place, 'open')
      }
    }
  },
})
