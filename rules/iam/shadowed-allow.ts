import { atKey, both, canHold, covers, coversAction, defineRule, type Fact, type PolicyDocument, type Statement } from '#rule'

const ELEMENTS = ['Action', 'Resource']

/** Whether all that it names is known. */
const isPlain = (statement: Statement): boolean =>
  !statement.isOpen &&
  ['NotAction', 'NotResource', 'NotPrincipal'].every((element) => statement.facts(element).every((fact) => fact.state === 'absent')) &&
  ELEMENTS.every((element) => statement.forms(element).every(({ isWhole }) => isWhole))

function isCovered(allow: Statement, deny: Statement, element: string, kind: PolicyDocument['kind']): boolean {
  const [wanted, denied] = [allow.forms(element), deny.forms(element)]
  if (element === 'Resource' && kind === 'trust') return true
  const test = element === 'Action' ? coversAction : covers
  // Each of the values of a parameter is one case; only a value that is always so denies.
  const certain = denied.filter(({ item }) => denied.filter((other) => other.item === item).length === 1)
  return wanted.length > 0 && wanted.every(({ text }) => certain.some((one) => test(one.text, text)))
}

export default defineRule({
  id: 'iam/shadowed-allow',
  title: 'An Allow that a Deny always beats is dead',
  severity: 'warning',
  on: ['policy'],
  why: 'The permission is never given: an explicit Deny wins over every Allow.',
  fix: 'Narrow the Deny, or remove the Allow.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html',
      fact: 'An explicit Deny overrides any Allow.',
    },
  ],
  notes: ['001:954', '001:993', '003:207'],
  messages: {
    dead: 'The statement allows nothing: the Deny of {action} on {resource} covers all of it.',
  },
  check(policy, { report }) {
    const denials = policy.statements.filter((one) => one.isDeny && one.isUnconditional && isPlain(one))
    for (const statement of policy.statements) {
      if (!statement.isAllow || !isPlain(statement)) continue
      for (const denial of denials) {
        const when = both(statement.when, denial.when)
        if (!canHold(when) || !ELEMENTS.every((element) => isCovered(statement, denial, element, policy.kind))) continue
        if (policy.kind !== 'identity' && denial.everybody().length === 0) continue
        const [action] = denial.forms('Action')
        const [resource] = denial.forms('Resource')
        const place = atKey(statement.facts('Effect')[0] as Fact, when)
        report({ ...place, related: [{ node: denial.node, message: 'the Deny' }] }, 'dead', {
          action: action?.text ?? '',
          resource: resource?.text === '*' || !resource ? 'everything' : resource.text,
        })
        break
      }
    }
  },
})
