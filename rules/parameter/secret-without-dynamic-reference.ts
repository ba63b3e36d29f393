import { defineRule, isSecretProperty, propertyPathOf } from '#rule'

export default defineRule({
  id: 'parameter/secret-without-dynamic-reference',
  title: 'Secret is passed as a parameter instead of read from Secrets Manager',
  severity: 'info',
  on: ['template'],
  why: 'Everyone who deploys the stack has to know the secret, and it must be entered anew whenever it changes.',
  fix: 'Keep the secret in Secrets Manager and write {{resolve:secretsmanager:name:SecretString:key}}; RDS and Redshift can manage their password themselves.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security-best-practices.html',
      fact: 'Dynamic references to Secrets Manager or SSM are recommended over secrets in templates and parameters.',
    },
  ],
  cfnLint: ['W1011'],
  messages: {
    parameter: '{property} comes from parameter "{name}"; a dynamic reference to Secrets Manager keeps the secret out of deployments.',
  },
  check(template, { report }) {
    for (const { kind, name, section, owner, call, node, when } of template.references.uses) {
      const parameter = template.parameters.get(name)
      if (kind !== 'Ref' || section !== 'Resources' || !call || !parameter || parameter.type.startsWith('AWS::SSM::')) continue
      if (isSecretProperty(template.resources.get(owner)?.type ?? '', call.node)) {
        report({ node, when }, 'parameter', { name, property: propertyPathOf(call.node) })
      }
    }
  },
})
