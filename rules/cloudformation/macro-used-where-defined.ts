import { at, callOf, defineRule, string, walk } from '#rule'

export default defineRule({
  id: 'cloudformation/macro-used-where-defined',
  title: 'A template cannot use a macro that it defines itself',
  severity: 'error',
  on: ['AWS::CloudFormation::Macro'],
  why: 'Macros are run before any resource is made, so the macro must exist before the stack does.',
  fix: 'Define the macro in a stack of its own that is deployed first.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros-author.html',
      fact: 'A macro must be created in the account before a template uses it; a template cannot create a macro and use it.',
    },
  ],
  notes: ['002:1299'],
  messages: { used: 'Macro "{name}" is used in the template that defines it; deploy it in a stack of its own first.' },
  check(macro, { report }) {
    const { template } = macro
    const used = new Set(template.transforms.map(({ text }) => text))
    for (const node of walk(template.root)) {
      const call = callOf(node)
      const name = call?.name === 'Fn::Transform' ? at(call.argument, 'Name') : undefined
      if (name?.kind === 'scalar') used.add(name.text)
    }
    for (const fact of macro.known('Name', string)) if (used.has(fact.value)) report(fact, 'used', { name: fact.value })
  },
})
