import { defineRule, number } from '#rule'

export default defineRule({
  id: 'dax/small-cluster',
  title: 'A DAX cluster should have at least three nodes',
  severity: 'info',
  on: ['AWS::DAX::Cluster'],
  why: 'With fewer than three nodes a failure or an update leaves little or nothing that answers.',
  fix: 'Set ReplicationFactor to 3 or more.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.concepts.cluster.html',
      fact: 'Production clusters should have at least three nodes, in different zones.',
    },
  ],
  notes: ['001:521', '001:522', '001:523', '002:680', '002:681', '002:970', '002:972', '002:975', '002:977', '002:2093'],
  messages: { small: 'The cluster has {nodes}; use at least 3 nodes.' },
  check(cluster, { report }) {
    for (const nodes of cluster.known('ReplicationFactor', number))
      if (nodes.value === 1 || nodes.value === 2) report(nodes, 'small', { nodes: nodes.value === 1 ? '1 node' : '2 nodes' })
  },
})
