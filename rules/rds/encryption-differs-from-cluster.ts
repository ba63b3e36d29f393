import { boolean, canHold, defineRule } from '#rule'

import { clustersOf } from './_clusters.ts'

const COPIES = ['SnapshotIdentifier', 'SourceDBClusterIdentifier', 'ReplicationSourceIdentifier', 'GlobalClusterIdentifier']

export default defineRule({
  id: 'rds/encryption-differs-from-cluster',
  title: 'An instance must be encrypted as its cluster is',
  severity: 'error',
  on: ['AWS::RDS::DBInstance'],
  why: 'RDS rejects the instance; the storage belongs to the cluster.',
  fix: 'Set StorageEncrypted at the cluster, and leave it out here.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
      fact: 'For Aurora the encryption is managed by the cluster.',
    },
  ],
  notes: ['002:849', '002:878'],
  cfnLint: ['E3709'],
  messages: {
    differs: 'StorageEncrypted is {own}, but the cluster {id} {other} encrypted; set it at the cluster only.',
  },
  check(instance, { report }) {
    for (const { id, cluster } of clustersOf(instance)) {
      // A copy is encrypted as what it is made of.
      if (COPIES.some((name) => cluster.present(name).length > 0)) continue
      for (const own of instance.known('StorageEncrypted', boolean)) {
        for (const other of cluster.under(own.when).possible('StorageEncrypted', boolean)) {
          if (other.state === 'unknown' || !canHold(other.when) || (own.via && other.state === 'known' && other.via)) continue
          const encrypted = other.state === 'known' && other.value
          if (encrypted !== own.value)
            report({ node: own.node, when: other.when }, 'differs', { own: String(own.value), id, other: encrypted ? 'is' : 'is not' })
        }
      }
    }
  },
})
