import { defineRule, range } from '#rule'

export default defineRule({
  id: 'kinesis/retention-out-of-range',
  title: 'Records are kept for 24 to 8,760 hours',
  severity: 'error',
  on: ['AWS::Kinesis::Stream'],
  why: 'Kinesis refuses the retention period.',
  fix: 'Use 24 to 8760 hours.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesis-stream.html',
      fact: 'Records can be kept for 24 to 8760 hours, a year.',
    },
  ],
  notes: ['001:209', '002:1065', '003:332', '004:209'],
  check: range('RetentionPeriodHours', { max: 8760, unit: 'hours' }),
})
