import { defineRule, number } from '#rule'

import { numbersOf, typesOf, volumesOf } from './_volumes.ts'

/** What gp3 has when Iops is not set. */
const FREE = 3000

export default defineRule({
  id: 'ec2/throughput-out-of-range',
  title: 'gp3 throughput must be 125 to 2,000 MiB/s, a quarter of the IOPS at most',
  severity: 'error',
  on: ['AWS::EC2::Volume', 'AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration'],
  why: 'EC2 rejects the volume. The maximum was 1,000 before September 2025.',
  fix: 'Lower Throughput, or raise Iops to four times of it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html',
      fact: 'gp3 delivers 125 to 2,000 MiB/s, at most a quarter of a MiB/s for each of its IOPS.',
    },
  ],
  notes: ['001:409'],
  messages: {
    range: 'Throughput is {throughput} MiB/s; it must be 125 to 2000.',
    ratio: 'Throughput is {throughput} MiB/s, which needs Iops of {needed} at least; it is {iops}.',
  },
  check(resource, { report }) {
    for (const volume of volumesOf(resource)) {
      for (const typed of typesOf(volume)) {
        const { type } = typed
        if (type !== 'gp3') continue
        for (const fact of numbersOf(typed, 'Throughput')) {
          const throughput = fact.value
          if (throughput < 125 || throughput > 2000) report(fact, 'range', { throughput })
          else
            for (const other of typed.here.under(fact.when).possible('Iops', number)) {
              const iops = other.state === 'known' ? other.value : other.state === 'absent' ? FREE : Number.POSITIVE_INFINITY
              if (throughput > iops / 4)
                report({ node: fact.node, when: other.when }, 'ratio', { throughput, needed: throughput * 4, iops })
            }
        }
      }
    }
  },
})
