import { callOf, defineRule, nounOf } from '#rule'

export default defineRule({
  id: 'intrinsic/malformed-ref',
  title: 'Ref takes a name',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template before it creates anything.',
  fix: 'Write the name of a parameter, a resource or a pseudo parameter as plain text.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html',
      fact: 'The value of Ref is the logical name of a parameter, a resource or a pseudo parameter; no function can give it.',
    },
  ],
  cfnLint: ['E1020'],
  messages: {
    argument: 'Ref takes the name of a parameter or resource; this is {noun}.',
  },
  check(template, { report }) {
    const extended = template.hasTransform('AWS::LanguageExtensions')
    for (const { call } of template.references.callsOf('Ref')) {
      const { argument, key } = call
      if (argument.kind === 'scalar' && argument.value !== null) continue
      if (callOf(argument) && (extended || callOf(argument)?.name === 'Fn::Transform')) continue
      report(argument.kind === 'scalar' ? key : argument, 'argument', { noun: nounOf(argument) })
    }
  },
})
