import { both, canHold, defineRule } from '#rule'

export default defineRule({
  id: 'condition/unreachable-branch',
  title: 'A branch of Fn::If can never be reached',
  severity: 'warning',
  on: ['template'],
  why: 'What stands there is never deployed, whatever the parameters are; most often the wrong condition is named.',
  fix: 'Name the condition that was meant, or remove Fn::If and the branch.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html',
      fact: 'Fn::If gives its second item when the condition is true, its third when it is false.',
    },
  ],
  cfnLint: ['W1028'],
  messages: {
    never: '"{name}" is always {is} here, where {because}; this value is never used.',
  },
  check(template, { report }) {
    const { logic } = template
    for (const { call, when } of template.references.callsOf('Fn::If')) {
      const [condition, yes, no] = call.argument.kind === 'sequence' ? call.argument.items : []
      if (condition?.kind !== 'scalar' || !yes || !no) continue
      const name = condition.text
      const isTrue = logic.named(name, true)
      const isFalse = logic.named(name, false)
      // A condition that is constant by itself is told where it is defined; nothing is told of what is itself out of reach.
      if (isTrue.formula === 0 || isFalse.formula === 0 || !canHold(when)) continue
      const because = when.because.join(' and ')
      if (!because) continue
      if (both(when, isTrue).formula === 0) report(yes, 'never', { name, is: 'false', because })
      else if (both(when, isFalse).formula === 0) report(no, 'never', { name, is: 'true', because })
    }
  },
})
