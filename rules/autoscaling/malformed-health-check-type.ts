import { defineRule, string } from '#rule'

const TYPES = ['EC2', 'ELB', 'EBS', 'VPC_LATTICE']

export default defineRule({
  id: 'autoscaling/malformed-health-check-type',
  title: 'HealthCheckType is EC2 alone or a list of ELB, EBS, VPC_LATTICE',
  severity: 'error',
  on: ['AWS::AutoScaling::AutoScalingGroup'],
  why: 'The group is rejected.',
  fix: 'Use ELB, EBS and VPC_LATTICE, separated by commas, or EC2 alone.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-autoscalinggroup.html',
      fact: 'Checks of instances are always made; EC2 is written only where no other check is.',
    },
  ],
  notes: ['001:271', '001:272', '001:273', '001:274', '001:275', '001:316', '001:325', '001:326', '002:51', '002:110', '003:54'],
  cfnLint: ['E3056'],
  messages: {
    unknown: '"{word}" is no type of health check; use EC2, ELB, EBS or VPC_LATTICE.',
    alone: 'HealthCheckType is "{value}"; EC2 stands alone: remove it.',
  },
  check(group, { report }) {
    for (const type of group.known('HealthCheckType', string)) {
      const words = type.value.split(',').map((word) => word.trim())
      const unknown = words.find((word) => !TYPES.includes(word))
      if (unknown !== undefined) report(type, 'unknown', { word: unknown })
      else if (words.length > 1 && words.includes('EC2')) report(type, 'alone', { value: type.value })
    }
  },
})
