import { defineRule, string } from '#rule'

export default defineRule({
  id: 'rds/deleted-without-snapshot',
  title: 'Deleting a database should leave a snapshot',
  severity: 'info',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  why: 'With the stack, or with the resource, the data is gone, automated backups included.',
  fix: 'Remove DeletionPolicy (the default for databases is Snapshot), or set it to Snapshot or Retain.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html',
      fact: 'Clusters, and instances outside of clusters, leave a snapshot by default; with Delete they do not.',
    },
  ],
  notes: ['001:261', '001:439', '001:440', '002:872', '002:1274', '002:1387', '002:1503'],
  cfnLint: ['I3011'],
  messages: {
    deleted: 'DeletionPolicy is Delete, so the data goes with the stack; use Snapshot or Retain.',
  },
  check(database, { report }) {
    // Instances of clusters, and replicas, leave no snapshot at all.
    const partOf = database.type === 'AWS::RDS::DBInstance' ? ['SourceDBInstanceIdentifier', 'DBClusterIdentifier'] : []
    if (partOf.some((name) => database.facts(name).some(({ state }) => state !== 'absent'))) return
    for (const fact of database.attributeFacts('DeletionPolicy')) {
      if (fact.state === 'known' && string.read(fact.value) === 'Delete') report(fact, 'deleted')
    }
  },
})
