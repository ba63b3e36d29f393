import { closest, defineRule, nestedTemplate, respell } from '#rule'
import { givenTo, STACK } from './_nested.ts'

export default defineRule({
  id: 'project/unknown-nested-parameter',
  title: 'Nested stack is given a parameter that the child does not declare',
  severity: 'error',
  on: ['AWS::CloudFormation::Stack', 'AWS::Serverless::Application'],
  fixes: 'unsafe',
  why: 'CloudFormation refuses to create the nested stack, when the outer one is already half created.',
  fix: 'Correct the name, or declare the parameter in the child.',
  sources: [{ url: STACK, fact: 'Parameters are name and value pairs of parameters that the nested template declares.' }],
  notes: ['002:1367', '002:1369', '002:1370', '002:1371', '002:1372', '003:246'],
  cfnLint: ['E3043'],
  messages: {
    misspelt: 'The nested template has no parameter "{name}"; did you mean "{near}"?',
    unknown: 'The nested template has no parameter "{name}".',
  },
  check(stack, { report }) {
    const child = nestedTemplate(stack)
    if (!child || child.isOpen('Parameters')) return
    for (const { key } of givenTo(stack) ?? []) {
      const name = key.text
      if (child.parameters.has(name)) continue
      const near = closest(name, child.parameters.keys())
      if (near) report(key, 'misspelt', { name, near }, respell(key, child.parameters.keys()))
      else report(key, 'unknown', { name })
    }
  },
})
