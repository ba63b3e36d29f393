import { closest, defineRule, OPAQUE, type Scalar } from '#rule'

const OPERATORS = [
  'StringEquals',
  'StringNotEquals',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
  'StringLike',
  'StringNotLike',
  'NumericEquals',
  'NumericNotEquals',
  'NumericLessThan',
  'NumericLessThanEquals',
  'NumericGreaterThan',
  'NumericGreaterThanEquals',
  'DateEquals',
  'DateNotEquals',
  'DateLessThan',
  'DateLessThanEquals',
  'DateGreaterThan',
  'DateGreaterThanEquals',
  'Bool',
  'BinaryEquals',
  'IpAddress',
  'NotIpAddress',
  'ArnEquals',
  'ArnLike',
  'ArnNotEquals',
  'ArnNotLike',
  'Null',
]

export default defineRule({
  id: 'iam/unknown-condition-operator',
  title: 'There is no condition operator of this name',
  severity: 'error',
  on: ['policy'],
  why: 'IAM and the services reject the policy as malformed, and the resource that holds it is not created.',
  fix: 'Correct the operator.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
      fact: 'The operators are those for strings, numbers, dates, booleans, binary values, IP addresses and ARNs, and Null; IfExists may follow, ForAllValues: or ForAnyValue: precede.',
    },
  ],
  cfnLint: ['E3510', 'E3512', 'E3513'],
  messages: {
    unknown: '"{operator}" is no condition operator; {advice}.',
  },
  check(policy, { report }) {
    for (const statement of policy.statements) {
      const seen = new Set<Scalar>()
      for (const { operator } of statement.conditions()) {
        if (seen.has(operator) || operator.text.includes(OPAQUE) || /^Fn::/.test(operator.text)) continue
        seen.add(operator)
        const [, quantifier = '', name = '', ending = ''] = /^(for(?:all|any)values?:)?(.*?)(ifexists)?$/i.exec(operator.text) ?? []
        if (/^(forallvalues:|foranyvalue:)?$/i.test(quantifier) && OPERATORS.some((one) => one.toLowerCase() === name.toLowerCase()))
          continue
        const near = OPERATORS.find((one) => one.toLowerCase() === name.toLowerCase()) ?? closest(name, OPERATORS)
        const set = quantifier ? `${/all/i.test(quantifier) ? 'ForAllValues' : 'ForAnyValue'}:` : ''
        report({ node: operator }, 'unknown', { operator: operator.text, advice: near ? `write ${set}${near}${ending}` : 'correct it' })
      }
    }
  },
})
