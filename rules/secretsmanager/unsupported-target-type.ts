import { defineRule, oneOf } from '#rule'

const TYPES = [
  'AWS::RDS::DBInstance',
  'AWS::RDS::DBCluster',
  'AWS::Redshift::Cluster',
  'AWS::RedshiftServerless::Namespace',
  'AWS::DocDB::DBInstance',
  'AWS::DocDB::DBCluster',
  'AWS::DocDBElastic::Cluster',
]

export default defineRule({
  id: 'secretsmanager/unsupported-target-type',
  title: 'Secrets attach to RDS, Redshift and DocumentDB only',
  severity: 'error',
  on: ['AWS::SecretsManager::SecretTargetAttachment'],
  why: 'Secrets Manager rejects the attachment.',
  fix: 'Use the type of the database that the secret belongs to.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secrettargetattachment.html',
      fact: 'Secrets are attached to instances and clusters of RDS and DocumentDB, to clusters of Redshift and to namespaces of Redshift Serverless.',
    },
  ],
  notes: ['000:287', '002:2018', '002:2021', '002:2027', '004:428'],
  check: oneOf('TargetType', TYPES),
})
