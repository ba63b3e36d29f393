import { defineRule, table } from '#rule'

import { numbersOf, typesOf, volumesOf } from './_volumes.ts'

const RANGES: Readonly<Record<string, readonly [number, number]>> = table({
  gp2: [1, 16_384],
  gp3: [1, 65_536],
  io1: [4, 16_384],
  io2: [4, 65_536],
  st1: [125, 16_384],
  sc1: [125, 16_384],
  standard: [1, 1024],
})

export default defineRule({
  id: 'ec2/volume-size-out-of-range',
  title: 'The volume size must fit the volume type',
  severity: 'error',
  on: ['AWS::EC2::Volume', 'AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration'],
  why: 'EC2 rejects the volume. gp3 goes up to 64 TiB since September 2025.',
  fix: 'Use a size in the range of the type, or another type.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-volume.html',
      fact: 'Each volume type has a smallest and a largest size.',
    },
  ],
  notes: ['000:64', '000:66', '001:410', '001:411', '001:412', '001:413', '002:19', '002:1476'],
  cfnLint: ['E3671'],
  messages: { range: '{name} is {size} GiB; a volume of type {type} has {min} to {max} GiB.' },
  check(resource, { report }) {
    for (const volume of volumesOf(resource)) {
      for (const typed of typesOf(volume)) {
        const { type } = typed
        const [min, max] = RANGES[type] ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
        for (const size of numbersOf(typed, volume.size)) {
          if (size.value < min || size.value > max) report(size, 'range', { name: volume.size, size: size.value, type, min, max })
        }
      }
    }
  },
})
