import { defineRule, string } from '#rule'

export default defineRule({
  id: 'dax/plaintext-endpoint',
  title: 'A DAX cluster endpoint should use TLS',
  severity: 'info',
  on: ['AWS::DAX::Cluster'],
  why: 'What applications ask the cluster and what it answers crosses the network unencrypted.',
  fix: 'Set ClusterEndpointEncryptionType to TLS.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html',
      fact: 'DAX clusters should be encrypted in transit.',
    },
  ],
  notes: ['002:680', '002:681', '002:970', '002:972', '002:975', '002:977', '002:2093'],
  messages: { plain: 'The endpoint of the cluster uses no TLS; set ClusterEndpointEncryptionType to TLS.' },
  check(cluster, { report }) {
    for (const type of cluster.known('ClusterEndpointEncryptionType', string)) if (type.value === 'NONE') report(type, 'plain')
    for (const { when } of cluster.absent('ClusterEndpointEncryptionType')) report({ node: cluster.key, when }, 'plain')
  },
})
