import { atKey, defineRule } from '#rule'

import { typesOf, volumesOf } from './_volumes.ts'

export default defineRule({
  id: 'ec2/iops-on-unprovisioned-volume',
  title: 'Iops can be set on gp3, io1 and io2 only',
  severity: 'error',
  on: ['AWS::EC2::Volume', 'AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate'],
  why: 'EC2 rejects the volume: "The parameter iops is not supported for gp2 volumes".',
  fix: 'Remove Iops, or use gp3.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html',
      fact: 'Iops is for gp3, io1 and io2; other types have no such setting.',
    },
  ],
  notes: ['000:64', '001:406', '001:408', '002:19', '002:1476', '003:62'],
  cfnLint: ['W3671'],
  messages: { unsupported: 'A volume of type {type} takes no Iops; remove it, or use gp3.' },
  check(resource, { report }) {
    for (const volume of volumesOf(resource)) {
      for (const { type, here } of typesOf(volume)) {
        if (['gp2', 'st1', 'sc1', 'standard'].includes(type))
          for (const iops of here.present('Iops')) report(atKey(iops), 'unsupported', { type })
      }
    }
  },
})
