import { defineRule, nestedTemplate } from '#rule'
import { givenTo, STACK } from './_nested.ts'

export default defineRule({
  id: 'project/nested-parameter-missing',
  title: 'Nested stack is not given a parameter that the child requires',
  severity: 'error',
  on: ['AWS::CloudFormation::Stack', 'AWS::Serverless::Application'],
  why: 'CloudFormation refuses to create the nested stack, when the outer one is already half created.',
  fix: 'Give the parameter a value, or a default in the child.',
  sources: [{ url: STACK, fact: 'Parameters that the nested template declares without a default must be given.' }],
  notes: ['002:1367', '002:1369', '002:1370', '002:1371', '002:1372', '003:246'],
  cfnLint: ['E3043'],
  messages: { missing: 'The nested template needs parameter "{name}"; give it a value.' },
  check(stack, { report }) {
    const child = nestedTemplate(stack)
    if (!child || child.isOpen('Parameters') || !givenTo(stack)) return
    for (const parameter of child.parameters.values()) {
      if (parameter.attribute('Default')) continue
      for (const absent of stack.absent(`Parameters.${parameter.name}`)) {
        report({ node: stack.key, when: absent.when }, 'missing', { name: parameter.name })
      }
    }
  },
})
