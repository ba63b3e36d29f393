import { boolean, defineRule, mayCoverAction, policiesIn } from '#rule'

export default defineRule({
  id: 'kms/key-policy-lockout',
  title: 'A key policy must leave someone who can change it',
  severity: 'error',
  on: ['AWS::KMS::Key'],
  why: 'KMS rejects the policy ("The new key policy will not allow you to update the key policy in the future").',
  fix: 'Add a statement that allows kms:* to the root of the account, or kms:PutKeyPolicy to whoever administers the key.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html',
      fact: 'Keys that nobody can manage are refused unless the check is bypassed; the root of the account keeps them manageable.',
    },
  ],
  notes: ['001:950', '001:955', '001:958', '002:668', '002:684'],
  messages: {
    lockout: 'This policy leaves nobody of the account who may change it (kms:PutKeyPolicy); allow kms:* to the root of the account.',
  },
  check(key, { report }) {
    const bypass = key.facts('BypassPolicyLockoutSafetyCheck')
    if (bypass.some((fact) => fact.state === 'unknown' || (fact.state === 'known' && boolean.read(fact.value) !== false))) return
    for (const policy of policiesIn(key)) {
      if (!policy.isComplete) continue
      const isChangeable = policy.statements.some((statement) => {
        if (statement.isDeny) return false
        const mayPut =
          statement.forms('NotAction').length > 0 || statement.may('Action', (text) => mayCoverAction(text, 'kms:PutKeyPolicy'))
        const principals = statement.principals()
        return mayPut && (principals.length === 0 || principals.some(({ type }) => type !== 'Service'))
      })
      if (!isChangeable) report({ node: policy.node, when: policy.when }, 'lockout')
    }
  },
})
