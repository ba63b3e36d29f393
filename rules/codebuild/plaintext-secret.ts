import { accessKeyIn, both, callOf, canHold, defineRule, isSecretName, isSecretValue, type Parameter, string } from '#rule'
import { api } from './_project.ts'

export default defineRule({
  id: 'codebuild/plaintext-secret',
  title: 'Build secret is given as a plain-text variable',
  severity: 'warning',
  on: ['AWS::CodeBuild::Project'],
  why: 'Everybody who may look at the project in the console or by the API sees the secret.',
  fix: 'Store it in Secrets Manager or Parameter Store, and name it with Type SECRETS_MANAGER or PARAMETER_STORE.',
  sources: [
    { url: api('EnvironmentVariable'), fact: 'Secrets do not belong into PLAINTEXT variables, which the console and the CLI show.' },
    {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html',
      fact: 'CodeBuild.2: the variables of a project should hold no credentials in clear text.',
    },
  ],
  notes: ['002:1187', '002:1189', '002:2352'],
  messages: {
    plain: 'The variable {name} holds a secret in plain text; use Type SECRETS_MANAGER or PARAMETER_STORE.',
    hidden: 'The variable {name} shows the secret parameter {parameter} in plain text; use Type SECRETS_MANAGER or PARAMETER_STORE.',
  },
  check(project, { report }) {
    for (const variable of project.items('Environment.EnvironmentVariables')) {
      for (const type of variable.possible('Type', string)) {
        if (type.state === 'unknown' || (type.state === 'known' && type.value !== 'PLAINTEXT')) continue
        for (const name of variable.known('Name', string)) {
          for (const fact of variable.facts('Value')) {
            const when = both(type.when, both(name.when, fact.when))
            if (!canHold(when)) continue
            const text = fact.state === 'known' && fact.value.kind === 'scalar' ? fact.value.text : ''
            if (fact.state === 'known' && !accessKeyIn(text, fact.path) && isSecretValue(text, name.value))
              report({ node: fact.node, when }, 'plain', { name: name.value })
            if (fact.state !== 'unknown' || !isSecretName(name.value)) continue
            const call = callOf(fact.node)
            const parameter = call?.name === 'Ref' && call.argument.kind === 'scalar' ? call.argument.text : ''
            if (isHidden(project.template.parameters.get(parameter)))
              report({ node: fact.node, when }, 'hidden', { name: name.value, parameter })
          }
        }
      }
    }
  },
})

/** A secret that CloudFormation itself does not show. */
const isHidden = (parameter: Parameter | undefined): boolean => parameter?.isOpaque === true && !parameter.isFromSsm
