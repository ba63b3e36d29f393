import { defineRule, number, together } from '#rule'

export default defineRule({
  id: 'rds/serverless-capacity-out-of-range',
  title: 'Serverless v2 capacity is 0 to 256 in half steps, minimum first',
  severity: 'error',
  on: ['AWS::RDS::DBCluster'],
  why: 'RDS rejects the cluster.',
  fix: 'Use capacity units from 0 to 256 in steps of 0.5; the maximum is 1 at least.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-rds-dbcluster-serverlessv2scalingconfiguration.html',
      fact: 'Capacity is given in half steps; 0 pauses the cluster; the maximum is more than 0.5.',
    },
    {
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html',
      fact: 'The largest capacity is 256 units on current versions.',
    },
  ],
  notes: ['003:148'],
  messages: {
    step: 'Capacity is {value}; it must be a multiple of 0.5.',
    least: 'MinCapacity is {value}; it must be 0 to 256.',
    most: 'MaxCapacity is {value}; it must be 1 to 256.',
    order: 'MinCapacity is {low}, which is more than MaxCapacity, {high}.',
  },
  check(cluster, { report }) {
    for (const scaling of cluster.items('ServerlessV2ScalingConfiguration')) {
      const [least, most] = [scaling.known('MinCapacity', number), scaling.known('MaxCapacity', number)]
      for (const fact of [...least, ...most]) if (!Number.isInteger(fact.value * 2)) report(fact, 'step', { value: fact.value })
      for (const { value, ...fact } of least) if (value < 0 || value > 256) report({ node: fact.node, when: fact.when }, 'least', { value })
      for (const { value, ...fact } of most) if (value < 1 || value > 256) report({ node: fact.node, when: fact.when }, 'most', { value })
      for (const [low, high] of together(least, most)) {
        if (low.value > high.value && !(low.via && high.via)) report(low, 'order', { low: low.value, high: high.value })
      }
    }
  },
})
