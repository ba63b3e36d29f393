import { defineRule, table, together } from '#rule'

import { numbersOf, typesOf, volumesOf } from './_volumes.ts'

const MOST_PER_GIB: Readonly<Record<string, number>> = table({ gp3: 500, io1: 50, io2: 1000 })
/** What every gp3 volume has, however small. */
const FREE = 3000

export default defineRule({
  id: 'ec2/iops-per-gib-too-high',
  title: 'Provisioned IOPS must fit the size of the volume',
  severity: 'error',
  on: ['AWS::EC2::Volume', 'AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration'],
  why: 'EC2 rejects the volume: "Iops to volume size ratio is too high". io2 allows 1,000 per GiB today, 50 was its older limit.',
  fix: 'Make the volume larger, or lower Iops.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/ebs/latest/userguide/provisioned-iops.html',
      fact: 'io1 allows 50 IOPS per GiB, io2 1,000.',
    },
    {
      url: 'https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html',
      fact: 'gp3 allows 500 IOPS per GiB, and 3,000 at any size.',
    },
  ],
  notes: ['000:66', '001:409', '001:410', '001:411', '003:63', '003:67'],
  messages: { ratio: 'Iops is {iops} for {size} GiB; a volume of type {type} takes at most {most}.' },
  check(resource, { report }) {
    for (const volume of volumesOf(resource)) {
      for (const typed of typesOf(volume)) {
        const { type } = typed
        const perGib = MOST_PER_GIB[type]
        if (perGib === undefined) continue
        for (const [iops, size] of together(numbersOf(typed, 'Iops'), numbersOf(typed, volume.size))) {
          const most = Math.max(size.value * perGib, type === 'gp3' ? FREE : 100)
          if (iops.value > most) report(iops, 'ratio', { iops: iops.value, size: size.value, type, most })
        }
      }
    }
  },
})
