import { closest, defineRule } from '#rule'
import { deploymentsOf, placeIn } from './_samconfig.ts'

export default defineRule({
  id: 'sam/unknown-parameter-override',
  title: 'samconfig.toml gives a parameter that the template does not have',
  severity: 'warning',
  on: ['template'],
  why: 'The SAM CLI leaves it out without a word, and the value has no effect.',
  fix: 'Correct the name in parameter_overrides, remove it, or declare the parameter.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-config.html',
      fact: 'samconfig.toml holds the parameters of each command in each environment; parameter_overrides are those of the template.',
    },
    {
      url: 'https://github.com/aws/aws-sam-cli/blob/develop/samcli/commands/deploy/deploy_context.py',
      fact: 'Of what is given, only the parameters of the template are passed on.',
    },
  ],
  messages: {
    unknown: '"{name}" is given by samconfig.toml ({environment}), but is no parameter of this template; declare or remove it.',
    misspelt: '"{name}" is given by samconfig.toml ({environment}), but is no parameter of this template; did you mean "{near}"?',
  },
  check(template, { report }) {
    if (template.isOpen('Parameters')) return
    for (const { environment, parameters } of deploymentsOf(template)) {
      for (const name of parameters ?? []) {
        if (template.parameters.has(name)) continue
        const near = closest(name, template.parameters.keys())
        if (near) report(placeIn(template), 'misspelt', { environment, name, near })
        else report(placeIn(template), 'unknown', { environment, name })
      }
    }
  },
})
