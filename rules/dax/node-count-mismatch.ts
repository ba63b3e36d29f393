import { both, canHold, defineRule, number } from '#rule'

export default defineRule({
  id: 'dax/node-count-mismatch',
  title: 'DAX nodes number 1 to 11 and match the zones given',
  severity: 'error',
  on: ['AWS::DAX::Cluster'],
  why: 'DAX rejects the cluster.',
  fix: 'Use 1 to 11 nodes, and give as many zones as nodes or none.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.concepts.cluster.html',
      fact: 'A cluster has a primary node and up to ten replicas.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dax-cluster.html',
      fact: 'Where zones are given, there are as many as nodes.',
    },
  ],
  notes: ['001:521', '001:522', '001:523', '002:680', '002:681', '002:970', '002:972', '002:975', '002:977', '002:2093'],
  messages: {
    range: 'ReplicationFactor is {nodes}; it must be 1 to 11.',
    zones: 'ReplicationFactor is {nodes}, but {zones} zones are listed; make them equal or leave AvailabilityZones out.',
  },
  check(cluster, { report }) {
    for (const nodes of cluster.known('ReplicationFactor', number)) {
      if (nodes.value < 1 || nodes.value > 11) report(nodes, 'range', { nodes: nodes.value })
      for (const { most, least } of cluster.counts('AvailabilityZones')) {
        const when = both(nodes.when, most.when)
        if (most.count === least.count && most.count !== nodes.value && canHold(when))
          report({ node: nodes.node, when }, 'zones', { nodes: nodes.value, zones: most.count })
      }
    }
  },
})
