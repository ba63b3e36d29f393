import { atKey, boolean, defineRule } from '#rule'

import { volumesOf } from './_volumes.ts'

export default defineRule({
  id: 'ec2/key-on-unencrypted-volume',
  title: 'A volume with KmsKeyId must be encrypted',
  severity: 'error',
  on: ['AWS::EC2::Volume', 'AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate'],
  why: 'EC2 rejects the volume: "The parameter KmsKeyId requires the parameter Encrypted to be set".',
  fix: 'Set Encrypted to true.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-volume.html',
      fact: 'With KmsKeyId the volume has to be encrypted.',
    },
  ],
  notes: ['000:68', '000:70', '001:414', '001:421', '001:423', '002:653', '002:680', '002:740'],
  messages: { unencrypted: 'KmsKeyId needs Encrypted to be true; set it.' },
  check(resource, { report }) {
    for (const { volume } of volumesOf(resource)) {
      for (const encrypted of volume.possible('Encrypted', boolean)) {
        if (encrypted.state === 'unknown' || (encrypted.state === 'known' && encrypted.value)) continue
        for (const key of volume.under(encrypted.when).present('KmsKeyId')) report(atKey(key), 'unencrypted')
      }
    }
  },
})
