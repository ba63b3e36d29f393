import { defineRule, forbid, where } from '#rule'

export default defineRule({
  id: 'kinesisfirehose/encryption-with-stream-source',
  title: 'Encryption belongs on the source stream, not on the delivery stream',
  severity: 'error',
  on: ['AWS::KinesisFirehose::DeliveryStream'],
  why: 'Firehose refuses the stream: with a stream as source it stores nothing itself.',
  fix: 'Encrypt the source stream instead.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesisfirehose-deliverystream.html',
      fact: 'The encryption input is for delivery streams whose type is DirectPut.',
    },
  ],
  notes: ['004:263', '004:265'],
  check: where(
    'DeliveryStreamType',
    ['KinesisStreamAsSource', 'MSKAsSource'],
    forbid('{name} cannot be set for a stream with a source; encrypt the source instead.', 'DeliveryStreamEncryptionConfigurationInput'),
  ),
})
