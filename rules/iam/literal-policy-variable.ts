import { both, canHold, defineRule, string, suspectsOf } from '#rule'
import { within } from './_statements.ts'

const VARIABLE = /\$\{(?!AWS::)[A-Za-z][\w.-]*:[^:}][^}]*\}/

export default defineRule({
  id: 'iam/literal-policy-variable',
  title: 'A policy variable is taken literally in the old version',
  severity: 'warning',
  on: ['policy'],
  why: 'The text ${…} is compared as it stands, so that the statement never matches.',
  fix: 'Write Version 2012-10-17.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
      fact: 'Variables need Version 2012-10-17; in earlier versions they are plain text.',
    },
  ],
  notes: ['001:957', '001:965', '001:979', '003:217'],
  messages: {
    literal: 'The policy variable {variable} is plain text in a policy without Version 2012-10-17; write that version.',
  },
  check(policy, { report }) {
    const old = [...policy.absent('Version'), ...policy.known('Version', string).filter(({ value }) => value === '2008-10-17')]
    const [version] = old
    if (!version) return
    for (const statement of policy.statements) {
      const forms = [
        ...statement.forms('Resource'),
        ...statement.forms('NotResource'),
        ...statement.conditions().flatMap(({ values }) => values),
      ]
      for (const form of suspectsOf(forms, (text) => VARIABLE.test(text))) {
        const when = both(form.when, version.when)
        if (canHold(when)) report(within(form, when), 'literal', { variable: VARIABLE.exec(form.text)?.[0] ?? '' })
      }
    }
  },
})
