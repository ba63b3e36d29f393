import { all, defineRule, forbid, where } from '#rule'

export default defineRule({
  id: 'rds/scaling-configuration-mismatch',
  title: 'Serverless v2 clusters use ServerlessV2ScalingConfiguration',
  severity: 'error',
  on: ['AWS::RDS::DBCluster'],
  why: 'RDS rejects ScalingConfiguration on a provisioned cluster, which every cluster is today.',
  fix: 'Write ServerlessV2ScalingConfiguration with MinCapacity and MaxCapacity.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbcluster.html',
      fact: 'ScalingConfiguration is for Serverless v1 only, ServerlessV2ScalingConfiguration for v2 only.',
    },
  ],
  notes: ['003:148'],
  cfnLint: ['E3686'],
  check: all(
    where(
      'EngineMode',
      ['provisioned'],
      forbid('{name} is for Serverless v1, which has ended; use ServerlessV2ScalingConfiguration.', 'ScalingConfiguration'),
      { orAbsent: true },
    ),
  ),
})
