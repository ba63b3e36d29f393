import { accessKeyIn, both, canHold, defineRule, isSecretValue, type Node, type Resource, string, walk } from '#rule'
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
            for (const parameter of maskedIn(project, fact.node))
              report({ node: fact.node, when }, 'hidden', { name: name.value, parameter })
          }
        }
      }
    }
  },
})

/** The NoEcho parameters that a value is made of. */
function maskedIn({ id, template }: Resource, value: Node): ReadonlySet<string> {
  const within = new Set(walk(value))
  const uses = template.references.from(id).filter(({ kind, node }) => (kind === 'Ref' || kind === 'Sub') && within.has(node))
  return new Set(uses.map(({ name }) => name).filter((name) => template.parameters.get(name)?.isNoEcho))
}
