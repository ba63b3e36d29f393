import { defineRule, forbid } from '#rule'

export default defineRule({
  id: 'kinesisfirehose/legacy-s3-destination',
  title: 'The extended S3 destination should be used',
  severity: 'info',
  on: ['AWS::KinesisFirehose::DeliveryStream'],
  why: 'The plain one knows no processing, conversion or partitioning.',
  fix: 'Use ExtendedS3DestinationConfiguration.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesisfirehose-deliverystream.html',
      fact: 'The extended configuration replaces the plain one.',
    },
  ],
  notes: ['001:221', '001:222', '001:223', '001:224', '001:225', '001:226'],
  check: forbid('{name} is superseded; use ExtendedS3DestinationConfiguration.', 'S3DestinationConfiguration'),
})
