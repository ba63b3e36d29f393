import { defineRule, need, where } from '#rule'

export default defineRule({
  id: 'rds/aurora-without-cluster',
  title: 'An Aurora instance must belong to a cluster',
  severity: 'error',
  on: ['AWS::RDS::DBInstance'],
  why: 'RDS rejects the instance.',
  fix: 'Make a DBCluster and name it in DBClusterIdentifier.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
      fact: 'Instances of Aurora exist in clusters only.',
    },
  ],
  notes: ['002:785', '002:786', '002:835'],
  check: where(
    'Engine',
    ['aurora-mysql', 'aurora-postgresql'],
    need('An Aurora instance needs {name}, which is not set.', 'DBClusterIdentifier'),
  ),
})
