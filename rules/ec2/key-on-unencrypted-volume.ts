import { atKey, defineRule } from '#rule'
import { keysWithoutEncryption } from './_volumes.ts'

export default defineRule({
  id: 'ec2/key-on-unencrypted-volume',
  title: 'A volume with KmsKeyId must be encrypted',
  severity: 'error',
  on: ['AWS::EC2::Volume', 'AWS::EC2::Instance'],
  why: 'EC2 rejects the volume: "The parameter KmsKeyId requires the parameter Encrypted to be set".',
  fix: 'Set Encrypted to true.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-volume.html',
      fact: 'With KmsKeyId the volume has to be encrypted; a copy of a volume takes over its key.',
    },
    {
      url: 'https://github.com/keithvassallomt/parsec-aws-automation/issues/12',
      fact: 'A launch with KmsKeyId and without Encrypted fails with InvalidParameterDependency.',
    },
  ],
  notes: ['000:68', '000:70', '001:414', '001:421', '001:423', '002:653', '002:680', '002:740'],
  messages: { unencrypted: 'KmsKeyId needs Encrypted to be true; set it.' },
  check(resource, { report }) {
    // What is copied from a volume is as that is.
    if (resource.type === 'AWS::EC2::Volume' && resource.facts('SourceVolumeId').some(({ state }) => state !== 'absent')) return
    for (const key of keysWithoutEncryption(resource)) report(atKey(key), 'unencrypted')
  },
})
