import { all, defineRule, requires, within } from '#rule'

export default defineRule({
  id: 'secretsmanager/incomplete-secret-template',
  title: 'A secret template needs its key and valid JSON',
  severity: 'error',
  on: ['AWS::SecretsManager::Secret'],
  why: 'Secrets Manager rejects the request: the template and the key of the generated value belong together, and the template is a JSON object.',
  fix: 'Give both SecretStringTemplate, the text of a JSON object, and GenerateStringKey.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-secretsmanager-secret-generatesecretstring.html',
      fact: 'With GenerateStringKey or SecretStringTemplate both are needed; the template is JSON with the other keys.',
    },
  ],
  notes: ['002:2023', '002:2024', '002:2025'],
  cfnLint: ['E3021'],
  check: within(
    'GenerateSecretString',
    all(requires('SecretStringTemplate', 'GenerateStringKey'), requires('GenerateStringKey', 'SecretStringTemplate')),
  ),
})
