import { defineRule, entryOf, subOf } from '#rule'

export default defineRule({
  id: 'iam/unescaped-policy-variable',
  title: 'A policy variable inside Fn::Sub must be escaped',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation takes ${aws:username} for a reference to something of the template, finds nothing, and rejects the template.',
  fix: 'Write ${!aws:username}: Fn::Sub leaves ${aws:username} of it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html',
      fact: '${!Literal} comes out as ${Literal}; ${Name} must be a parameter, a resource, an attribute or a key of the map.',
    },
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
      fact: 'A policy variable is ${prefix:name}.',
    },
  ],
  notes: ['001:957', '002:925', '003:217'],
  cfnLint: ['E1019'],
  messages: {
    unescaped: 'Fn::Sub takes "{variable}" for a name of the template; write {escaped} to keep it as a policy variable.',
  },
  check(template, { report }) {
    for (const { name, attribute, node, span, call } of template.references.usesOf(['Sub'])) {
      const variable = attribute === undefined ? name : `${name}.${attribute}`
      if (!/^[A-Za-z][\w./-]*:(?!:)[^:]/.test(variable) || template.names.meaningOf(name)) continue
      const own = call && subOf(call)?.variables
      if (own && entryOf(own, 'Fn::Transform')) continue
      report({ node, span }, 'unescaped', { variable: `\${${variable}}`, escaped: `\${!${variable}}` })
    }
  },
})
