import { all, defineRule, distinct } from '#rule'

const ID_PATHS = [
  'LifecycleConfiguration.Rules.*.Id',
  'ReplicationConfiguration.Rules.*.Id',
  'CorsConfiguration.CorsRules.*.Id',
  'InventoryConfigurations.*.Id',
  'AnalyticsConfigurations.*.Id',
  'MetricsConfigurations.*.Id',
  'IntelligentTieringConfigurations.*.Id',
] as const

export default defineRule({
  id: 's3/duplicate-configuration-id',
  title: 'Configuration ids of one kind must differ',
  severity: 'error',
  on: ['AWS::S3::Bucket'],
  why: 'S3 rejects the configuration, and the stack fails.',
  fix: 'Give each rule or configuration an ID of its own.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_LifecycleRule.html',
      fact: 'The ID of a rule is unique in its configuration.',
    },
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-lifecycle.html',
      fact: 'A lifecycle configuration can hold up to 1,000 rules.',
    },
  ],
  notes: ['002:510', '002:512', '002:515', '002:518', '002:519', '002:520', '002:586', '002:594', '002:596'],
  check: all(...ID_PATHS.map((path) => distinct('The ID "{value}" is given twice; give each its own.', path))),
})
