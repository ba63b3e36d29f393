import { defineRule, dynamicReferencesOf, table } from '#rule'

const SUPPORTED: Readonly<Record<string, readonly string[]>> = table({
  'AWS::DirectoryService::MicrosoftAD': ['Password'],
  'AWS::DirectoryService::SimpleAD': ['Password'],
  'AWS::ElastiCache::ReplicationGroup': ['AuthToken'],
  'AWS::IAM::User': ['LoginProfile.Password'],
  'AWS::KinesisFirehose::DeliveryStream': ['RedshiftDestinationConfiguration.Password'],
  'AWS::OpsWorks::App': ['AppSource.Password'],
  'AWS::OpsWorks::Stack': ['RdsDbInstances.DbPassword', 'CustomCookbooksSource.Password'],
  'AWS::RDS::DBCluster': ['MasterUserPassword'],
  'AWS::RDS::DBInstance': ['MasterUserPassword'],
  'AWS::Redshift::Cluster': ['MasterUserPassword'],
})

export default defineRule({
  id: 'intrinsic/secure-string-unsupported',
  title: 'SSM secure strings are resolved in a few properties only',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template: "SSM Secure reference is not supported in".',
  fix: 'Keep the value in Secrets Manager and read it with {{resolve:secretsmanager:…}}, or let the program read it at run time.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-ssm-secure-strings.html',
      fact: 'Secure strings are supported in the passwords and tokens of a short list of resource types.',
    },
  ],
  notes: ['002:2015', '002:2019', '004:320'],
  cfnLint: ['E1027'],
  messages: {
    unsupported: 'Secure strings are not resolved in {property} of {type}; keep the value in Secrets Manager.',
  },
  check(template, { report }) {
    for (const { parts, node, span, section, resource, path } of dynamicReferencesOf(template)) {
      if (parts[0] !== 'ssm-secure' || section !== 'Resources' || path[0] !== 'Properties' || !resource) continue
      const property = path.slice(1).join('.')
      if (SUPPORTED[resource.type]?.includes(property)) continue
      report({ node, span, when: template.whenAt(node) }, 'unsupported', { property, type: resource.type })
    }
  },
})
