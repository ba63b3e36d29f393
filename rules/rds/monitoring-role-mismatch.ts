import { all, defineRule, forbid, need, where } from '#rule'

export default defineRule({
  id: 'rds/monitoring-role-mismatch',
  title: 'Enhanced monitoring needs an interval and a role together',
  severity: 'error',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  why: 'RDS rejects the request.',
  fix: 'Give the interval and the role together.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
      fact: 'A monitoring interval above 0 needs a role, and a role needs such an interval.',
    },
  ],
  notes: ['002:846', '004:94'],
  cfnLint: ['E3689'],
  check: all(
    where(
      'MonitoringInterval',
      ['1', '5', '10', '15', '30', '60'],
      need('Enhanced monitoring needs {name}, which is not set.', 'MonitoringRoleArn'),
    ),
    where(
      'MonitoringInterval',
      ['0'],
      forbid('{name} needs a MonitoringInterval above 0; set it or remove the role.', 'MonitoringRoleArn'),
      { orAbsent: true },
    ),
  ),
})
