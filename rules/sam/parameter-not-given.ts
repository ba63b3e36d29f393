import { at, defineRule } from '#rule'
import { deploymentsOf } from './_samconfig.ts'

export default defineRule({
  id: 'sam/parameter-not-given',
  title: 'Parameter has neither a default nor a value in samconfig.toml',
  severity: 'info',
  on: ['template'],
  why: 'A first deployment from this configuration fails; a later one takes the value that the stack has.',
  fix: 'Give the parameter in parameter_overrides, or a Default in the template.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-config.html',
      fact: 'samconfig.toml holds the parameters of each command in each environment.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
      fact: 'A parameter without a default must be given when the stack is created.',
    },
  ],
  messages: { missing: '{name} has no Default, and samconfig.toml ({environment}) does not give it; a first deployment fails.' },
  check(template, { report }) {
    for (const { environment, parameters } of deploymentsOf(template)) {
      if (!parameters) continue
      for (const { key, value } of template.sectionEntries('Parameters')) {
        if (value.kind !== 'mapping' || key.text.startsWith('Fn::') || at(value, 'Default') || parameters.includes(key.text)) continue
        report(key, 'missing', { name: key.text, environment })
      }
    }
  },
})
