import { type ArnUse, arnsAt, both, canHold, defineRule, table } from '#rule'

/** By service and, where a service has several kinds of resources, the kind. */
const WITH_ROLE: Readonly<Record<string, string>> = table({
  'batch:job-queue': 'a Batch job queue',
  codebuild: 'a build project',
  'ecs:cluster': 'an ECS cluster',
  'events:api-destination': 'an API destination',
  'firehose:deliverystream': 'a delivery stream',
  'kinesis:stream': 'a Kinesis stream',
  'states:stateMachine': 'a state machine',
})

/** The types of resources, by the same names. */
const TYPES: Readonly<Record<string, string>> = table({
  'AWS::Batch::JobQueue': 'batch:job-queue',
  'AWS::CodeBuild::Project': 'codebuild',
  'AWS::ECS::Cluster': 'ecs:cluster',
  'AWS::Events::ApiDestination': 'events:api-destination',
  'AWS::KinesisFirehose::DeliveryStream': 'firehose:deliverystream',
  'AWS::Kinesis::Stream': 'kinesis:stream',
  'AWS::StepFunctions::StateMachine': 'states:stateMachine',
})

function wantedOf(use: ArnUse): string {
  if (use.resource) return TYPES[use.type] ?? ''
  const { service = '' } = use
  return service === 'codebuild' ? service : `${service}:${use.arn?.resource.split(/[:/]/)[0]}`
}

export default defineRule({
  id: 'events/target-role-missing',
  title: 'Targets such as Kinesis, Step Functions and ECS need a role',
  severity: 'error',
  on: ['AWS::Events::Rule'],
  why: 'EventBridge refuses the target: it cannot use it without a role.',
  fix: 'Give the target a RoleArn whose role events.amazonaws.com may assume.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-identity-based.html',
      fact: 'Targets such as Kinesis streams, state machines, ECS tasks, Batch jobs, builds, Run Command and API destinations are used with a role.',
    },
    {
      url: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html',
      fact: 'RoleArn is needed for targets that are not admitted by a resource policy.',
    },
  ],
  notes: ['002:1906', '002:1907', '004:470'],
  messages: {
    missing: '"{name}" is {what}, which EventBridge can use with a role only; set RoleArn of the target.',
  },
  check(rule, { report }) {
    for (const use of arnsAt(rule.template, rule, 'Targets.*.Arn')) {
      const what = WITH_ROLE[wantedOf(use)]
      for (const absent of what ? use.holder.absent('RoleArn') : []) {
        const when = both(use.when, absent.when)
        if (what && canHold(when)) report({ node: use.node, when }, 'missing', { name: use.resource?.id ?? use.text, what })
      }
    }
  },
})
