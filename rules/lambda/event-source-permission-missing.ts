import { both, canHold, defineRule, type EventSource, eventSourcesIn, listOf, type Origin, table } from '#rule'
import { rolesLacking } from './_roles.ts'

const ACTIONS: Readonly<Record<string, readonly string[]>> = table({
  dynamodb: ['dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:DescribeStream', 'dynamodb:ListStreams'],
  kinesis: ['kinesis:GetRecords', 'kinesis:GetShardIterator'],
  sqs: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
})

const POLICIES = ['AWS::SQS::QueuePolicy', 'AWS::SQS::QueueInlinePolicy']

export default defineRule({
  id: 'lambda/event-source-permission-missing',
  title: 'The execution role must be able to read the event source',
  severity: 'error',
  on: ['AWS::Lambda::EventSourceMapping', 'AWS::Serverless::Function'],
  why: 'Lambda rejects the mapping: it reads the source with the role of the function.',
  fix: 'Allow the actions in a policy of the role, or use AWSLambdaSQSQueueExecutionRole, AWSLambdaKinesisExecutionRole or AWSLambdaDynamoDBExecutionRole.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/permissions-managed-policies.html',
      fact: 'For each kind of event source there is a managed policy with what the execution role needs to read it.',
    },
  ],
  notes: ['000:506', '000:507', '000:508', '000:509', '002:963', '002:1006', '002:1592', '003:286'],
  messages: {
    missing: 'The role {role} does not allow {actions}, with which Lambda reads this source; add it to a policy of the role.',
  },
  check(resource, { report }) {
    for (const source of eventSourcesIn(resource)) {
      for (const origin of source.origins) check(source, origin, report)
    }

    function check(source: EventSource, origin: Origin, tell: typeof report): void {
      const actions = ACTIONS[origin.kind ?? '']
      // A policy of the queue can let the role read it as well; a consumer of a stream is read by other actions.
      if (!actions || (origin.kind === 'sqs' && resource.template.resourcesOf(...POLICIES).length > 0)) return
      if (origin.resource?.type === 'AWS::Kinesis::StreamConsumer') return
      for (const use of source.functions) {
        const joint = both(origin.when, use.when)
        if (!canHold(joint)) continue
        for (const { role, when, missing } of rolesLacking(use.function, joint, actions)) {
          const related = [{ node: role.resource.key, message: 'the role' }]
          tell({ node: origin.node, when, related }, 'missing', { role: role.resource.id, actions: listOf(missing, 'and') })
        }
      }
    }
  },
})
