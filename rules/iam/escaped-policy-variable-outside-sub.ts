import { defineRule, suspectsOf } from '#rule'

// Fn::Sub has taken the mark away where it was to be taken away.
const ESCAPED = /\$\{!([A-Za-z][\w.-]*:[^:}][^}]*)\}/

export default defineRule({
  id: 'iam/escaped-policy-variable-outside-sub',
  title: '${!...} outside Fn::Sub stays literal',
  severity: 'warning',
  on: ['policy'],
  why: 'Only Fn::Sub takes the exclamation mark away; elsewhere the variable has a wrong name, and the statement never matches.',
  fix: 'Write the variable without the exclamation mark, or put the text into Fn::Sub.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html',
      fact: 'Fn::Sub resolves ${!Literal} to ${Literal}; other functions and plain texts leave it as it is.',
    },
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
      fact: 'A policy variable is ${prefix:name}.',
    },
  ],
  notes: ['001:957'],
  messages: {
    escaped: '"{text}" stands outside Fn::Sub, so the exclamation mark stays; write {variable}.',
  },
  check(policy, { report }) {
    for (const statement of policy.statements) {
      const forms = [
        ...['Resource', 'NotResource'].flatMap((element) => statement.forms(element)),
        ...statement.principals(),
        ...statement.conditions().flatMap(({ values }) => values),
      ]
      for (const { text, place } of suspectsOf(forms, (text) => ESCAPED.test(text))) {
        const [written = '', name = ''] = ESCAPED.exec(text) ?? []
        report(place, 'escaped', { text: written, variable: `\${${name}}` })
      }
    }
  },
})
