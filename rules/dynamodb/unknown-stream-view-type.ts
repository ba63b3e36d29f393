import { defineRule, oneOf } from '#rule'

export default defineRule({
  id: 'dynamodb/unknown-stream-view-type',
  title: 'The stream view type must be one of the four',
  severity: 'error',
  on: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  why: 'DynamoDB rejects the table.',
  fix: 'Use one of the four view types.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-dynamodb-table-streamspecification.html',
      fact: 'A stream holds keys, new images, old images, or new and old images.',
    },
  ],
  notes: ['000:608', '001:512', '002:958', '002:2226', '004:310'],
  check: oneOf('StreamSpecification.StreamViewType', ['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES']),
})
