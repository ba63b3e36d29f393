import { atKey, defineRule } from '#rule'
import { keysWithoutEncryption } from './_volumes.ts'

export default defineRule({
  id: 'ec2/key-on-unencrypted-device',
  title: 'A launch template that names a key for a device must encrypt it',
  severity: 'warning',
  on: ['AWS::EC2::LaunchTemplate'],
  why: 'EC2 makes the template, and refuses every instance of it: KmsKeyId requires Encrypted to be set.',
  fix: 'Set Encrypted to true.',
  sources: [
    {
      url: 'https://github.com/keithvassallomt/parsec-aws-automation/issues/12',
      fact: 'A launch with KmsKeyId and without Encrypted fails with InvalidParameterDependency.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateLaunchTemplate.html',
      fact: 'A template with parameters that do not go together is made; the answer has a warning.',
    },
  ],
  notes: ['000:68', '000:70', '001:414', '001:421', '001:423', '002:653', '002:680', '002:740'],
  messages: { unencrypted: 'KmsKeyId needs Encrypted to be true; set it.' },
  check(template, { report }) {
    for (const key of keysWithoutEncryption(template)) report(atKey(key), 'unencrypted')
  },
})
