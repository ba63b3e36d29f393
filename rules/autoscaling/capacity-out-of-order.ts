import { defineRule, number, together } from '#rule'

export default defineRule({
  id: 'autoscaling/capacity-out-of-order',
  title: 'Capacity must satisfy MinSize <= DesiredCapacity <= MaxSize',
  severity: 'error',
  on: ['AWS::AutoScaling::AutoScalingGroup'],
  why: 'The group is rejected.',
  fix: 'Choose MinSize ≤ DesiredCapacity ≤ MaxSize.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-autoscalinggroup.html',
      fact: 'The desired capacity lies between the least and the greatest size.',
    },
  ],
  notes: ['001:315', '002:109', '002:124', '002:1434'],
  cfnLint: ['E3706'],
  messages: { order: '{low} is {least}, which is more than {high}, {most}.' },
  check(group, { report }) {
    for (const [low, high] of [
      ['MinSize', 'MaxSize'],
      ['MinSize', 'DesiredCapacity'],
      ['DesiredCapacity', 'MaxSize'],
    ] as const) {
      for (const [least, most] of together(group.known(low, number), group.known(high, number))) {
        if (least.value > most.value)
          report({ node: least.node, when: least.when }, 'order', { low, high, least: least.value, most: most.value })
      }
    }
  },
})
