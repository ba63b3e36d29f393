import { both, canHold, defineRule, number, string } from '#rule'

export default defineRule({
  id: 'applicationautoscaling/utilization-as-percentage',
  title: 'Lambda utilization targets are fractions from 0.1 to 0.9',
  severity: 'warning',
  on: ['AWS::ApplicationAutoScaling::ScalingPolicy'],
  why: 'The metric runs from 0 to 1: a target of 70 is never reached, and nothing scales out.',
  fix: 'Write 0.7 for 70 %.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html',
      fact: 'Target values for the utilization of provisioned concurrency lie between 0.1 and 0.9.',
    },
  ],
  notes: ['001:717', '001:721', '001:723'],
  messages: { percentage: 'TargetValue is {value}; the utilization of Lambda is a fraction: use 0.1 to 0.9.' },
  check(policy, { report }) {
    for (const tracking of policy.items('TargetTrackingScalingPolicyConfiguration')) {
      for (const metric of tracking.known('PredefinedMetricSpecification.PredefinedMetricType', string)) {
        if (metric.value !== 'LambdaProvisionedConcurrencyUtilization') continue
        for (const { value, node, when } of tracking.known('TargetValue', number)) {
          const joint = both(metric.when, when)
          if ((value < 0.1 || value > 0.9) && canHold(joint)) report({ node, when: joint }, 'percentage', { value })
        }
      }
    }
  },
})
