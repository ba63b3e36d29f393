import { callOf, closest, defineRule, subOf, subVariables } from '#rule'

export default defineRule({
  id: 'intrinsic/unused-sub-variable',
  title: 'Fn::Sub map defines a variable that the string does not use',
  severity: 'warning',
  on: ['template'],
  why: 'The variable has no effect; most often its name is misspelt in the text, which then keeps what it had.',
  fix: 'Use the variable in the text, or remove it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html',
      fact: 'The map of Fn::Sub gives values for the variables of its text.',
    },
  ],
  notes: ['001:89', '002:1320', '002:1322', '002:1323', '002:1324', '002:1326', '002:1327', '002:1350'],
  cfnLint: ['W1019'],
  messages: {
    unused: 'The text of Fn::Sub does not use "{name}"; use it or remove it.',
  },
  check(template, { report }) {
    for (const { call } of template.references.callsOf('Fn::Sub')) {
      const sub = subOf(call)
      if (!sub?.variables || callOf(sub.variables)) continue
      const used = new Set(subVariables(sub.text.text).map((variable) => variable.name))
      const defined = sub.variables.entries.map(({ key }) => key.text)
      // A name that is misspelt is meant.
      for (const name of used)
        if (!defined.includes(name) && !template.names.meaningOf(name.split('.')[0] ?? '')) used.add(closest(name, defined) ?? name)
      for (const { key } of sub.variables.entries) {
        if (used.has(key.text) || key.text.startsWith('Fn::')) continue
        report(key, 'unused', { name: key.text })
      }
    }
  },
})
