import { breachMessages, brokenBy, defineRule } from '#rule'

export default defineRule({
  id: 'parameter/invalid-default',
  title: "The default of a parameter must keep the parameter's own constraints",
  severity: 'error',
  on: ['template'],
  why: 'A stack that is created without this parameter fails at once: the default is checked like any other value.',
  fix: 'Change the default or the constraint; leave the default out where somebody has to choose.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
      fact: 'A default must adhere to the constraints of the parameter; AllowedPattern must match the entire value, of a list each item.',
    },
  ],
  notes: ['000:723', '001:74', '001:75', '001:76', '001:77', '002:1263', '004:35'],
  cfnLint: ['E2015'],
  messages: breachMessages('Default is'),
  check(template, { report }) {
    for (const parameter of template.parameters.values()) {
      if (!parameter.default) continue
      for (const { breach, at, value, limit } of brokenBy(parameter, parameter.default)) report(at, breach, { value, limit })
    }
  },
})
