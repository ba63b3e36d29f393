import { defineRule, string } from '#rule'

import { devicesOf } from './_volumes.ts'

export default defineRule({
  id: 'ec2/malformed-virtual-name',
  title: 'An instance store volume is called ephemeral0, ephemeral1, …',
  severity: 'error',
  on: ['AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration'],
  why: 'EC2 rejects the launch.',
  fix: 'Write ephemeral and a number from 0, or use Ebs for an EBS volume.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-instance-blockdevicemapping.html',
      fact: 'The virtual name is ephemeral and a number that starts at 0.',
    },
  ],
  cfnLint: ['E3715'],
  messages: { malformed: 'VirtualName is "{value}"; it must be ephemeral and a number from 0 to 23.' },
  check(resource, { report }) {
    for (const device of devicesOf(resource)) {
      if (device.present('Ebs').length > 0) continue
      for (const name of device.known('VirtualName', string)) {
        if (!/^ephemeral(1?\d|2[0-3])$/.test(name.value)) report(name, 'malformed', { value: name.value })
      }
    }
  },
})
