import { atKey, boolean, defineRule } from '#rule'

export default defineRule({
  id: 'efs/key-without-encryption',
  title: 'A file system with KmsKeyId must be encrypted',
  severity: 'error',
  on: ['AWS::EFS::FileSystem'],
  why: 'EFS rejects the file system: a key can be given for an encrypted one only.',
  fix: 'Set Encrypted to true.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/efs/latest/ug/API_CreateFileSystem.html',
      fact: 'With KmsKeyId the parameter Encrypted must be true.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-efs-filesystem.html',
      fact: 'With KmsKeyId Encrypted must be true.',
    },
  ],
  messages: { unencrypted: 'KmsKeyId needs Encrypted to be true; set it.' },
  check(system, { report }) {
    for (const encrypted of system.possible('Encrypted', boolean)) {
      if (encrypted.state === 'unknown' || (encrypted.state === 'known' && encrypted.value)) continue
      for (const key of system.under(encrypted.when).present('KmsKeyId')) report(atKey(key), 'unencrypted')
    }
  },
})
