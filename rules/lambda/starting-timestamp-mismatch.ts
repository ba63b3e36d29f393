import { atKey, both, canHold, defineRule, present, string } from '#rule'
import { sourcesOf } from './_sources.ts'

export default defineRule({
  id: 'lambda/starting-timestamp-mismatch',
  title: 'AT_TIMESTAMP and StartingPositionTimestamp go together',
  severity: 'error',
  on: ['AWS::Lambda::EventSourceMapping', 'AWS::Serverless::Function'],
  why: 'Lambda rejects the mapping.',
  fix: 'Give StartingPositionTimestamp with AT_TIMESTAMP and only with it; a DynamoDB stream begins at LATEST or TRIM_HORIZON.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html',
      fact: 'AT_TIMESTAMP is for Kinesis, DocumentDB and Kafka, and the timestamp belongs to it.',
    },
    {
      url: 'https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-lambda/lib/event-source-mapping.ts',
      fact: 'The CDK refuses AT_TIMESTAMP without a timestamp, and a timestamp with another position.',
    },
  ],
  notes: ['002:1572', '002:1573', '002:1579', '002:2226'],
  messages: {
    table: 'A DynamoDB stream cannot begin AT_TIMESTAMP; use LATEST or TRIM_HORIZON.',
    missing: 'AT_TIMESTAMP needs StartingPositionTimestamp, which is not set.',
    unused: 'StartingPositionTimestamp belongs to AT_TIMESTAMP, but StartingPosition is {position}.',
  },
  check(resource, { report }) {
    for (const { settings, origin } of sourcesOf(resource, 'kinesis', 'dynamodb', 'kafka', 'documentdb')) {
      for (const position of settings.known('StartingPosition', string)) {
        if (position.value === 'AT_TIMESTAMP' && origin.kind === 'dynamodb') report(position, 'table')
        else if (position.value === 'AT_TIMESTAMP') {
          for (const absent of settings.absent('StartingPositionTimestamp')) {
            const when = both(position.when, absent.when)
            if (canHold(when)) report({ node: position.node, when }, 'missing')
          }
        } else {
          for (const stamp of present(settings.under(position.when), 'StartingPositionTimestamp'))
            report(atKey(stamp), 'unused', { position: position.value })
        }
      }
    }
  },
})
