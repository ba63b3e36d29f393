import { defineRule, pathOf } from '#rule'

export default defineRule({
  id: 'iam/exposed-secret-access-key',
  title: 'A secret access key must not appear in outputs or properties',
  severity: 'warning',
  on: ['template'],
  why: 'Whoever may describe the stack or the resource can read the key.',
  fix: 'Put it into an AWS::SecretsManager::Secret (SecretString), or use a role and no key.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-accesskey.html',
      fact: 'Outputs and properties show the key to everybody who may describe the stack or the resource.',
    },
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
      fact: 'The secret access key must be kept like a password.',
    },
  ],
  notes: ['001:995', '001:996', '001:1058', '002:624', '002:640', '002:1293', '002:1926', '002:1929', '003:201'],
  messages: {
    exposed: 'The secret access key of {id} is readable here; keep it in an AWS::SecretsManager::Secret.',
  },
  check(template, { report }) {
    for (const { name, attribute, node, span, section, owner, when } of template.references.usesOf(['GetAtt', 'Sub'])) {
      if (attribute !== 'SecretAccessKey' || template.resources.get(name)?.type !== 'AWS::IAM::AccessKey') continue
      const type = section === 'Resources' ? (template.resources.get(owner)?.type ?? '') : ''
      // Parameters of a nested stack may be hidden, custom resources may keep it, and properties for passwords are not shown.
      if (/^(AWS::SecretsManager::Secret|AWS::CloudFormation::(Stack|CustomResource)|Custom::.*)$/.test(type)) continue
      if (type && /(Password|Secret\w*)(\/Fn::\w+(\/\d+)?)*$/i.test(pathOf(node).replace(/\/\d+$/, ''))) continue
      report({ node, span, when }, 'exposed', { id: name })
    }
  },
})
