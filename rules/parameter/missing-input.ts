import { defineRule } from '#rule'

export default defineRule({
  id: 'parameter/missing-input',
  title: 'A parameter without a default is given no value',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation refuses the deployment: every parameter without a default needs a value.',
  fix: 'Give a value for it, or write a Default.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
      fact: 'A parameter that has no default must be given a value when a stack is created.',
    },
  ],
  cfnLint: ['E2900'],
  messages: { missing: 'Parameter {name} has no Default and is given no value.' },
  check(template, { report }) {
    if (!template.inputs.parameters || template.inputs.isPartial) return
    for (const parameter of template.parameters.values()) {
      if (parameter.given === undefined && !parameter.attribute('Default')) report(parameter.node, 'missing', { name: parameter.name })
    }
  },
})
