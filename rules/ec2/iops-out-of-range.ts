import { defineRule, table } from '#rule'

import { numbersOf, typesOf, volumesOf } from './_volumes.ts'

const RANGES: Readonly<Record<string, readonly [number, number]>> = table({ gp3: [3000, 80_000], io1: [100, 64_000], io2: [100, 256_000] })

export default defineRule({
  id: 'ec2/iops-out-of-range',
  title: 'Iops must lie within the range of the volume type',
  severity: 'error',
  on: ['AWS::EC2::Volume', 'AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration'],
  why: 'EC2 rejects the volume. The maximum of gp3 was raised to 80,000 and that of io2 to 256,000 since the older guides.',
  fix: 'Use a number in the range of the type, or another type.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-volume.html',
      fact: 'gp3 takes 3,000 to 80,000, io1 100 to 64,000, io2 100 to 256,000.',
    },
  ],
  notes: ['000:66', '001:409', '001:410', '001:411'],
  cfnLint: ['E3671', 'E3034'],
  messages: { range: 'Iops is {iops}; for a volume of type {type} it must be {min} to {max}.' },
  check(resource, { report }) {
    for (const volume of volumesOf(resource)) {
      for (const typed of typesOf(volume)) {
        const { type } = typed
        const [min, max] = RANGES[type] ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
        for (const iops of numbersOf(typed, 'Iops')) {
          if (iops.value < min || iops.value > max) report(iops, 'range', { iops: iops.value, type, min, max })
        }
      }
    }
  },
})
