import { atKey, both, canHold, defineRule } from '#rule'

import { devicesOf } from './_volumes.ts'

const SOURCES = ['NoDevice', 'Ebs', 'VirtualName']

export default defineRule({
  id: 'ec2/ambiguous-device-source',
  title: 'A device mapping has one of Ebs, VirtualName and NoDevice',
  severity: 'warning',
  on: ['AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration'],
  why: 'EC2 drops one of the two without a word: NoDevice takes the device away, and Ebs wins over VirtualName.',
  fix: 'Keep the one that is meant.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.CfnInstance.BlockDeviceMappingProperty.html',
      fact: 'A mapping names exactly one of VirtualName, Ebs and NoDevice.',
    },
  ],
  cfnLint: ['E3014', 'W3698'],
  messages: { several: '{kept} and {dropped} stand in one device mapping, and {dropped} is ignored; keep one of them.' },
  check(resource, { report }) {
    for (const device of devicesOf(resource)) {
      const set = SOURCES.flatMap((name) => device.present(name).map((fact) => ({ name, fact })))
      set.forEach(({ name, fact }, i) => {
        const other = set.slice(0, i).find((one) => one.name !== name && canHold(both(one.fact.when, fact.when)))
        if (other) report(atKey(fact, both(other.fact.when, fact.when)), 'several', { kept: other.name, dropped: name })
      })
    }
  },
})
