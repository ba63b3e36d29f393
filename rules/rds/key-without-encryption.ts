import { atKey, boolean, defineRule, string } from '#rule'

const COPIED = {
  'AWS::RDS::DBInstance': [
    'DBSnapshotIdentifier',
    'DBClusterSnapshotIdentifier',
    'SourceDBInstanceIdentifier',
    'SourceDBClusterIdentifier',
    'SourceDBInstanceAutomatedBackupsArn',
    'SourceDbiResourceId',
    'DBClusterIdentifier',
  ],
  'AWS::RDS::DBCluster': ['SnapshotIdentifier', 'SourceDBClusterIdentifier', 'ReplicationSourceIdentifier', 'GlobalClusterIdentifier'],
}

export default defineRule({
  id: 'rds/key-without-encryption',
  title: 'A database KMS key needs storage encryption',
  severity: 'error',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  why: 'RDS rejects the database: "KmsKeyId can only be specified with StorageEncrypted".',
  fix: 'Set StorageEncrypted to true.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
      fact: 'With KmsKeyId the instance has to be encrypted.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbcluster.html',
      fact: 'With KmsKeyId StorageEncrypted has to be true; copies take it from what they are made of.',
    },
  ],
  notes: ['002:849', '002:878'],
  cfnLint: ['E3720'],
  messages: {
    unencrypted: 'KmsKeyId needs StorageEncrypted to be true; set it.',
  },
  check(database, { report }) {
    // Copies are encrypted as what they are made of, custom engines always, members of a cluster as it is.
    const sources = COPIED[database.type as keyof typeof COPIED]
    if (sources.some((name) => database.facts(name).some(({ state }) => state !== 'absent'))) return
    if (database.known('Engine', string).some(({ value }) => /^(custom|aurora)-/.test(value) && database.type === 'AWS::RDS::DBInstance'))
      return
    for (const encrypted of database.possible('StorageEncrypted', boolean)) {
      if (encrypted.state === 'unknown' || (encrypted.state === 'known' && encrypted.value)) continue
      for (const key of database.under(encrypted.when).present('KmsKeyId')) report(atKey(key), 'unencrypted')
    }
  },
})
