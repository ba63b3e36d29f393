import { both, canHold, defineRule, leadsAt, string } from '#rule'

export default defineRule({
  id: 'secretsmanager/target-type-mismatch',
  title: 'TargetType must be the type of TargetId',
  severity: 'error',
  on: ['AWS::SecretsManager::SecretTargetAttachment'],
  why: 'Secrets Manager finds no database of that type with this ID, and rejects the attachment.',
  fix: 'Use the type of the resource that TargetId names.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secrettargetattachment.html',
      fact: 'TargetType is the type of the service or database that TargetId names.',
    },
  ],
  notes: ['000:287', '004:428'],
  messages: {
    mismatch: 'TargetType is {type}, but {id} is {actual}; use that.',
  },
  check(attachment, { report }) {
    for (const { resource, when: under } of leadsAt(attachment.template, attachment, 'TargetId')) {
      for (const type of attachment.known('TargetType', string)) {
        const joint = both(under, type.when)
        const isOfDatabase =
          /^AWS::(RDS::DB(Instance|Cluster)|Redshift::Cluster|DocDB::DB(Instance|Cluster)|DocDBElastic::Cluster|RedshiftServerless::Namespace)$/
        if (type.value !== resource.type && isOfDatabase.test(resource.type) && isOfDatabase.test(type.value) && canHold(joint))
          report({ node: type.node, when: joint }, 'mismatch', { type: type.value, id: resource.id, actual: resource.type })
      }
    }
  },
})
