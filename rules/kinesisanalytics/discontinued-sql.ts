import { defineRule, string } from '#rule'

export default defineRule({
  id: 'kinesisanalytics/discontinued-sql',
  title: 'Kinesis Data Analytics for SQL is discontinued',
  severity: 'warning',
  on: ['AWS::KinesisAnalyticsV2::Application'],
  why: 'AWS makes no such applications any more; the notes still present SQL as the service.',
  fix: 'Use Managed Service for Apache Flink: AWS::KinesisAnalyticsV2::Application with a FLINK runtime.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/kinesisanalytics/latest/dev/discontinuation.html',
      fact: 'No new SQL applications since October 15, 2025, and all are deleted from January 27, 2026 on.',
    },
  ],
  notes: ['001:229', '001:230', '001:231', '001:232', '001:233', '001:234', '003:321'],
  messages: {
    sql: 'SQL applications are discontinued; use a FLINK runtime of Managed Service for Apache Flink.',
  },
  check(resource, { report }) {
    for (const runtime of resource.known('RuntimeEnvironment', string)) if (runtime.value === 'SQL-1_0') report(runtime, 'sql')
  },
})
