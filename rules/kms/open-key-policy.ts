import { defineRule, map, policiesIn, type Statement } from '#rule'

/** Conditions that say who or through what; without one of them everybody is meant. */
const isUnrestricted = (statement: Statement): boolean =>
  statement.isUnconditional ||
  (statement.known('Condition', map).length > 0 &&
    !statement.conditions().some(({ key }) => /^(aws:(Source|Principal|Vpc|Userid|Username|Called)|kms:)/i.test(key.text)))

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
        if (!statement.isAllow || !isUnrestricted(statement)) continue
        for (const principal of statement.principals()) {
          if (principal.isWhole && principal.text === '*' && /^(\*|AWS)$/.test(principal.type)) report(principal.place, 'open')
        }
      }
    }
  },
})
