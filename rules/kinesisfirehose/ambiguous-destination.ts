import { all, defineRule, exclusive, requiresOneOf } from '#rule'

const DESTINATIONS = [
  'S3DestinationConfiguration',
  'ExtendedS3DestinationConfiguration',
  'RedshiftDestinationConfiguration',
  'ElasticsearchDestinationConfiguration',
  'AmazonopensearchserviceDestinationConfiguration',
  'AmazonOpenSearchServerlessDestinationConfiguration',
  'SplunkDestinationConfiguration',
  'HttpEndpointDestinationConfiguration',
  'SnowflakeDestinationConfiguration',
  'IcebergDestinationConfiguration',
] as const

export default defineRule({
  id: 'kinesisfirehose/ambiguous-destination',
  title: 'A delivery stream has exactly one destination',
  severity: 'error',
  on: ['AWS::KinesisFirehose::DeliveryStream'],
  why: 'Firehose refuses the stream.',
  fix: 'Keep one destination.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesisfirehose-deliverystream.html',
      fact: 'Exactly one destination configuration is given.',
    },
  ],
  notes: [
    '001:221',
    '001:222',
    '001:223',
    '001:224',
    '001:225',
    '001:226',
    '002:1050',
    '002:1051',
    '002:1084',
    '002:1087',
    '002:1088',
    '003:320',
    '004:259',
  ],
  check: all(exclusive(...DESTINATIONS), requiresOneOf(...DESTINATIONS)),
})
