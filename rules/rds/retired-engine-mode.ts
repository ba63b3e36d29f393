import { defineRule, string } from '#rule'

export default defineRule({
  id: 'rds/retired-engine-mode',
  title: 'Aurora clusters must be provisioned',
  severity: 'error',
  on: ['AWS::RDS::DBCluster'],
  why: 'RDS rejects a new cluster of another mode: Serverless v1 ended on 2025-03-31, multi-master in 2023; parallel query and global databases are settings of provisioned clusters now.',
  fix: 'Leave EngineMode out; for Serverless v2 give ServerlessV2ScalingConfiguration and instances of the class db.serverless.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbcluster.html',
      fact: 'Serverless v2 clusters have the engine mode provisioned; serverless means v1.',
    },
    {
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless.html',
      fact: 'Aurora Serverless v1 reached the end of its support on 2025-03-31.',
    },
  ],
  notes: ['002:844', '002:860', '003:148'],
  messages: {
    serverless: 'EngineMode serverless is Serverless v1, which has ended; remove it and give ServerlessV2ScalingConfiguration.',
    retired: 'EngineMode "{mode}" is not offered; leave it out or write provisioned.',
  },
  check(cluster, { report }) {
    for (const mode of cluster.known('EngineMode', string)) {
      if (mode.value === 'serverless') report(mode, 'serverless')
      else if (mode.value !== 'provisioned') report(mode, 'retired', { mode: mode.value })
    }
  },
})
