import { all, defineRule, forbid, where } from '#rule'

export default defineRule({
  id: 'rds/managed-password-conflict',
  title: 'A managed master password excludes an own one',
  severity: 'error',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  why: 'RDS rejects the database.',
  fix: 'Let RDS manage the password, or give one, not both.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
      fact: 'A password that RDS manages excludes one of your own.',
    },
  ],
  notes: ['000:674', '002:1993', '002:2021', '002:2023', '002:2024', '002:2027'],
  check: all(
    where('ManageMasterUserPassword', ['true'], forbid('RDS manages the password: remove {name}.', 'MasterUserPassword')),
    where('ManageMasterUserPassword', ['false'], forbid('{name} needs ManageMasterUserPassword true; set it.', 'MasterUserSecret'), {
      orAbsent: true,
    }),
  ),
})
