import { defineRule, exclusive } from '#rule'

export default defineRule({
  id: 'secretsmanager/ambiguous-secret-value',
  title: 'A secret is given or generated, not both',
  severity: 'error',
  on: ['AWS::SecretsManager::Secret'],
  why: 'The deployment fails: a secret is given or generated.',
  fix: 'Keep SecretString or GenerateSecretString.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html',
      fact: 'SecretString and GenerateSecretString are not used together.',
    },
  ],
  notes: ['002:2023', '002:2024', '002:2025'],
  cfnLint: ['E3020'],
  check: exclusive('SecretString', 'GenerateSecretString'),
})
