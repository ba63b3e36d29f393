import { all, defineRule, exclusive, requiresOneOf } from '#rule'

const SOURCES = ['LaunchTemplate', 'MixedInstancesPolicy', 'LaunchConfigurationName', 'InstanceId'] as const

export default defineRule({
  id: 'autoscaling/ambiguous-launch-source',
  title: 'A group needs exactly one launch source',
  severity: 'error',
  on: ['AWS::AutoScaling::AutoScalingGroup'],
  why: 'The group is rejected: it does not know what to launch.',
  fix: 'Give exactly one of the four.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-autoscalinggroup.html',
      fact: 'A group is launched from a launch template, a mixed policy, a launch configuration or an instance.',
    },
  ],
  notes: ['001:318', '001:319', '001:327', '002:111'],
  cfnLint: ['E3014'],
  check: all(exclusive(...SOURCES), requiresOneOf(...SOURCES)),
})
