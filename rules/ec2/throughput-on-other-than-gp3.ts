import { atKey, defineRule } from '#rule'

import { typesOf, volumesOf } from './_volumes.ts'

export default defineRule({
  id: 'ec2/throughput-on-other-than-gp3',
  title: 'Throughput can be set on gp3 volumes only',
  severity: 'error',
  on: ['AWS::EC2::Volume', 'AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration'],
  why: 'EC2 rejects the volume: "The parameter throughput is not supported for gp2 volumes".',
  fix: 'Remove Throughput, or use gp3.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-volume.html',
      fact: 'Throughput is valid for gp3 only.',
    },
  ],
  notes: ['001:406', '001:408'],
  messages: { unsupported: 'A volume of type {type} takes no Throughput; remove it, or use gp3.' },
  check(resource, { report }) {
    for (const volume of volumesOf(resource)) {
      for (const { type, here } of typesOf(volume)) {
        if (['gp2', 'io1', 'io2', 'st1', 'sc1', 'standard'].includes(type))
          for (const throughput of here.present('Throughput')) report(atKey(throughput), 'unsupported', { type })
      }
    }
  },
})
