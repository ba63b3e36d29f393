import { defineRule, range } from '#rule'

export default defineRule({
  id: 'autoscaling/heartbeat-out-of-range',
  title: 'A lifecycle hook waits 30 to 7200 seconds',
  severity: 'error',
  on: ['AWS::AutoScaling::LifecycleHook'],
  why: 'Auto Scaling rejects the hook.',
  fix: 'Choose a HeartbeatTimeout of 30 to 7200 seconds; heartbeats extend it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-lifecyclehook.html',
      fact: 'The heartbeat timeout is 30 to 7200 seconds.',
    },
  ],
  notes: ['002:130', '002:132', '002:133', '002:134', '002:135', '002:2249'],
  check: range('HeartbeatTimeout', { min: 30, max: 7200, unit: 'seconds' }),
})
