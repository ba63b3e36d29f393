import { defineRule, each, oneOf } from '#rule'

export default defineRule({
  id: 's3/unsupported-analytics-export',
  title: 'Storage class analysis exports CSV only',
  severity: 'error',
  on: ['AWS::S3::Bucket'],
  why: 'S3 rejects the analytics configuration, and the stack fails.',
  fix: 'Use CSV; ORC and Parquet are for inventories.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-dataexport.html',
      fact: 'The version of the export can only be V_1; it is written as CSV.',
    },
  ],
  notes: ['000:95'],
  check: each('AnalyticsConfigurations', oneOf('StorageClassAnalysis.DataExport.Destination.Format', ['CSV'])),
})
