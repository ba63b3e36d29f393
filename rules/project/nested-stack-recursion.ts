import { defineRule, string } from '#rule'
import { STACK } from './_nested.ts'

export default defineRule({
  id: 'project/nested-stack-recursion',
  title: 'A nested stack includes itself',
  severity: 'error',
  on: ['AWS::CloudFormation::Stack'],
  why: 'Every stack would create another one of the same kind, without end; CloudFormation stops it.',
  fix: 'Name the template that was meant.',
  sources: [{ url: STACK, fact: 'A nested stack is created from the template that TemplateURL names, as part of the outer stack.' }],
  notes: ['002:1367', '002:1369', '002:1370', '002:1371', '002:1372'],
  messages: { recursion: 'TemplateURL names the template itself, which would nest without end.' },
  check(stack, { report }) {
    const own = stack.template.source.name.split(/[\\/]/).at(-1)
    for (const fact of stack.known('TemplateURL', string)) {
      if (!fact.via && fact.value.replace(/^\.\//, '') === own) report(fact, 'recursion')
    }
  },
})
