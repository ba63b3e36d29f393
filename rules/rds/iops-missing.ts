import { defineRule, string } from '#rule'

const COPIES = [
  'DBSnapshotIdentifier',
  'SourceDBInstanceIdentifier',
  'DBClusterSnapshotIdentifier',
  'SourceDbiResourceId',
  'SourceDBInstanceAutomatedBackupsArn',
]

export default defineRule({
  id: 'rds/iops-missing',
  title: 'Provisioned IOPS storage needs its IOPS',
  severity: 'error',
  on: ['AWS::RDS::DBInstance'],
  why: 'RDS rejects the instance.',
  fix: 'Give Iops, or use gp3.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
      fact: 'Storage of the types io1 and io2 is bought with a number of operations.',
    },
  ],
  notes: ['002:2200', '002:2201'],
  messages: { missing: 'StorageType {type} needs Iops, which is not set.' },
  check(database, { report }) {
    // A copy takes its storage from what it is made of.
    if (COPIES.some((name) => database.present(name).length > 0)) return
    for (const type of database.known('StorageType', string).filter(({ value }) => value === 'io1' || value === 'io2')) {
      for (const absent of database.under(type.when).absent('Iops')) report(absent, 'missing', { type: type.value })
    }
  },
})
