import { defineRule, need } from '#rule'

export default defineRule({
  id: 'kinesis/unencrypted-stream',
  title: 'A data stream should be encrypted',
  severity: 'info',
  on: ['AWS::Kinesis::Stream'],
  why: 'Records lie unencrypted on disk.',
  fix: 'Set StreamEncryption with EncryptionType KMS and a key.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/kinesis-controls.html',
      fact: 'Streams should be encrypted at rest; without StreamEncryption they are not.',
    },
  ],
  notes: ['003:334', '004:248'],
  check: need('{name} is not set, so records are not encrypted at rest; set it with EncryptionType KMS.', 'StreamEncryption'),
})
