import { defineRule, nounOf, table } from '#rule'

const WORDS: Readonly<Record<string, string>> = table({
  'Fn::Contains': 'a list and a text',
  'Fn::EachMemberEquals': 'a list and a text',
  'Fn::EachMemberIn': 'two lists',
  'Fn::RefAll': 'the type of a parameter',
  'Fn::ValueOf': 'the name of a parameter and an attribute',
  'Fn::ValueOfAll': 'the type of a parameter and an attribute',
})
const LISTS = ['Fn::Contains', 'Fn::EachMemberEquals', 'Fn::EachMemberIn']

export default defineRule({
  id: 'intrinsic/malformed-rule-function',
  title: 'Rule function has the wrong arguments',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template before it creates anything.',
  fix: 'Give the function its two arguments: a list and a text, two lists, or a parameter and an attribute.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-rules.html',
      fact: 'Fn::Contains and Fn::EachMemberEquals take a list and a text, Fn::EachMemberIn two lists, Fn::ValueOf and Fn::ValueOfAll a name and an attribute, Fn::RefAll a parameter type.',
    },
  ],
  cfnLint: ['E1701', 'E1702'],
  messages: {
    arguments: '{name} takes {words}; this is {noun}.',
    list: '{name} looks into a list; this is {noun}.',
    parameter: 'There is no parameter "{name}".',
  },
  check(template, { report }) {
    for (const { call, section, opaque } of template.references.calls) {
      const words = WORDS[call.name]
      if (!words || section !== 'Rules' || opaque) continue
      const { argument, key } = call
      if (call.name === 'Fn::RefAll') {
        if (argument.kind !== 'scalar' || argument.value === null)
          report(key, 'arguments', { name: call.name, words, noun: nounOf(argument) })
        continue
      }
      if (argument.kind !== 'sequence') report(key, 'arguments', { name: call.name, words, noun: nounOf(argument) })
      else if (argument.items.length !== 2) report(key, 'arguments', { name: call.name, words, noun: `a list of ${argument.items.length}` })
      else {
        const [first] = argument.items
        if (first?.kind === 'scalar' && LISTS.includes(call.name)) report(first, 'list', { name: call.name, noun: nounOf(first) })
        if (
          call.name === 'Fn::ValueOf' &&
          first?.kind === 'scalar' &&
          !template.parameters.has(first.text) &&
          !template.isOpen('Parameters')
        )
          report(first, 'parameter', { name: first.text })
      }
    }
  },
})
