import { boolean, both, canHold, defineRule, string } from '#rule'

/** What a copy is made of decides about its encryption, and so does the cluster of an instance. */
const OF_INSTANCE = [
  'DBClusterIdentifier',
  'DBClusterSnapshotIdentifier',
  'DBSnapshotIdentifier',
  'SourceDBInstanceAutomatedBackupsArn',
  'SourceDBInstanceIdentifier',
  'SourceDbiResourceId',
]
const OF_CLUSTER = ['GlobalClusterIdentifier', 'ReplicationSourceIdentifier', 'SnapshotIdentifier', 'SourceDBClusterIdentifier']

/** Where nobody says, instances are not encrypted; clusters of Aurora may be. */
const isPlainByDefault = (type: string, engine: string): boolean =>
  (type === 'AWS::RDS::DBCluster' ? /^(mysql|postgres)$/ : /^(?!aurora)/).test(engine)

export default defineRule({
  id: 'rds/unencrypted-storage',
  title: 'Database storage should be encrypted',
  severity: 'warning',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  why: 'The data, its backups and its snapshots lie on disk in clear; encryption cannot be switched on later, only by a copy.',
  fix: 'Set StorageEncrypted to true.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html',
      fact: 'RDS.3 and RDS.27 want instances and clusters encrypted at rest.',
    },
    {
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html',
      fact: 'Encryption is chosen when the database is made.',
    },
  ],
  notes: ['002:849', '002:878'],
  cfnLint: ['W9008'],
  messages: {
    off: 'StorageEncrypted is false; set it to true.',
    missing: 'StorageEncrypted is not set, so the storage is not encrypted; set it to true.',
  },
  check(database, { report }) {
    const elsewhere = database.type === 'AWS::RDS::DBCluster' ? OF_CLUSTER : OF_INSTANCE
    if (elsewhere.some((name) => database.facts(name).some(({ state }) => state !== 'absent'))) return
    // A key says that encryption is wanted, which another rule tells.
    if (database.present('KmsKeyId').length > 0) return
    for (const fact of database.known('StorageEncrypted', boolean)) if (!fact.value) report(fact, 'off')
    for (const engine of database.known('Engine', string).filter(({ value }) => isPlainByDefault(database.type, value))) {
      for (const absent of database.absent('StorageEncrypted')) {
        const when = both(engine.when, absent.when)
        if (canHold(when)) report({ node: absent.node, when }, 'missing')
      }
    }
  },
})
