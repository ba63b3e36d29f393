import { defineRule, OPAQUE } from '#rule'
import { plainOperator } from './_statements.ts'

export default defineRule({
  id: 'iam/mfa-condition-operator-mismatch',
  title: 'MFA keys need the operator of their type',
  severity: 'warning',
  on: ['policy'],
  why: 'The values are compared as what they are not, and the condition does not do what it says.',
  fix: 'Use Bool or BoolIfExists for aws:MultiFactorAuthPresent, a numeric operator for aws:MultiFactorAuthAge, or Null.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent',
      fact: 'aws:MultiFactorAuthPresent is a boolean and aws:MultiFactorAuthAge a number.',
    },
  ],
  notes: ['004:178'],
  messages: {
    mismatch: '{key} stands under {operator}; it needs {needed}.',
  },
  check(policy, { report }) {
    for (const statement of policy.statements) {
      for (const { operator, key, when } of statement.conditions()) {
        const plain = plainOperator(operator.text)
        const name = key.text.toLowerCase()
        if (plain === 'null' || operator.text.includes(OPAQUE)) continue
        if (name === 'aws:multifactorauthage' && !plain.startsWith('numeric'))
          report({ node: operator, when }, 'mismatch', { key: key.text, operator: operator.text, needed: 'a numeric operator or Null' })
        if (name === 'aws:multifactorauthpresent' && plain !== 'bool')
          report({ node: operator, when }, 'mismatch', { key: key.text, operator: operator.text, needed: 'Bool, BoolIfExists or Null' })
      }
    }
  },
})
