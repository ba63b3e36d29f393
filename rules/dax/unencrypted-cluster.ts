import { boolean, defineRule } from '#rule'

export default defineRule({
  id: 'dax/unencrypted-cluster',
  title: 'A DAX cluster should be encrypted at rest',
  severity: 'info',
  on: ['AWS::DAX::Cluster'],
  why: 'What the cluster caches lies on its disks unencrypted, and this cannot be changed later.',
  fix: 'Set SSEEnabled to true in SSESpecification.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionAtRest.html',
      fact: 'Encryption at rest is off unless it is chosen when the cluster is made.',
    },
    {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html',
      fact: 'DAX clusters should be encrypted at rest.',
    },
  ],
  notes: ['001:521', '001:522', '001:523', '002:680', '002:681', '002:970', '002:972', '002:975', '002:977', '002:2093'],
  messages: { off: 'The cluster is not encrypted at rest, which cannot be changed later; set SSEEnabled to true.' },
  check(cluster, { report }) {
    for (const off of cluster.known('SSESpecification.SSEEnabled', boolean)) if (!off.value) report(off, 'off')
    for (const { when } of cluster.absent('SSESpecification.SSEEnabled')) report({ node: cluster.key, when }, 'off')
  },
})
