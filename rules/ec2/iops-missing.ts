import { defineRule } from '#rule'

import { typesOf, volumesOf } from './_volumes.ts'

export default defineRule({
  id: 'ec2/iops-missing',
  title: 'io1 and io2 volumes need Iops',
  severity: 'error',
  on: ['AWS::EC2::Volume', 'AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration'],
  why: 'EC2 rejects the volume: "The request must contain the parameter iops".',
  fix: 'Give Iops, or use gp3, which has 3,000 of its own.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-volume.html',
      fact: 'Iops is required for io1 and io2, optional for gp3.',
    },
  ],
  notes: ['000:66', '001:410', '001:411', '002:19', '002:1476', '003:63'],
  cfnLint: ['E3671'],
  messages: { missing: 'A volume of type {type} needs Iops, which is not set.' },
  check(resource, { report }) {
    for (const volume of volumesOf(resource)) {
      for (const { type, here } of typesOf(volume)) {
        if (type === 'io1' || type === 'io2') for (const absent of here.absent('Iops')) report(absent, 'missing', { type })
      }
    }
  },
})
