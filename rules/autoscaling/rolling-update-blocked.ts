import { both, defineRule, number, together } from '#rule'

export default defineRule({
  id: 'autoscaling/rolling-update-blocked',
  title: 'A rolling update must keep fewer instances in service than MaxSize',
  severity: 'error',
  on: ['AWS::AutoScaling::AutoScalingGroup'],
  why: 'CloudFormation fails the update: MinInstancesInService must be less than the maximum size.',
  fix: 'Lower MinInstancesInService, or raise MaxSize by one at least.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatepolicy.html',
      fact: 'The instances that stay in service during a rolling update must be fewer than the maximum size of the group.',
    },
  ],
  notes: ['002:1276'],
  messages: { blocked: 'MinInstancesInService is {least} and MaxSize {most}; it must be less, so that an instance can be replaced.' },
  check(group, { report }) {
    const policy = group.attributeMap('UpdatePolicy')
    if (!policy) return
    for (const [least, most] of together(
      policy.known('AutoScalingRollingUpdate.MinInstancesInService', number),
      group.known('MaxSize', number),
    )) {
      if (least.value < most.value) continue
      report({ node: least.node, when: both(least.when, most.when) }, 'blocked', { least: least.value, most: most.value })
    }
  },
})
