import { all, defineRule, oneOf } from '#rule'

export default defineRule({
  id: 'autoscaling/unknown-lifecycle-hook-value',
  title: 'A lifecycle hook has one of two transitions and results',
  severity: 'error',
  on: ['AWS::AutoScaling::LifecycleHook'],
  why: 'Auto Scaling rejects the hook.',
  fix: 'Use autoscaling:EC2_INSTANCE_LAUNCHING or autoscaling:EC2_INSTANCE_TERMINATING, and CONTINUE or ABANDON.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-lifecyclehook.html',
      fact: 'A hook is for launching or terminating instances, and its default result is CONTINUE or ABANDON.',
    },
  ],
  notes: ['002:130', '002:132', '002:133', '002:134', '002:135', '002:2249'],
  check: all(
    oneOf('LifecycleTransition', ['autoscaling:EC2_INSTANCE_LAUNCHING', 'autoscaling:EC2_INSTANCE_TERMINATING']),
    oneOf('DefaultResult', ['CONTINUE', 'ABANDON']),
  ),
})
