import { arnsAt, both, canHold, defineRule, table } from '#rule'

/** Where each type names its target, and where the group is, seen from the map around it. */
const PLACES: Readonly<Record<string, readonly [string, string]>> = table({
  'AWS::Events::Rule': ['Targets.*.Arn', 'SqsParameters.MessageGroupId'],
  'AWS::Pipes::Pipe': ['Target', 'TargetParameters.SqsQueueParameters.MessageGroupId'],
  'AWS::Scheduler::Schedule': ['Target.Arn', 'SqsParameters.MessageGroupId'],
})

export default defineRule({
  id: 'sqs/message-group-missing',
  title: 'A FIFO target needs a MessageGroupId',
  severity: 'error',
  on: ['AWS::Events::Rule', 'AWS::Pipes::Pipe', 'AWS::Scheduler::Schedule'],
  why: 'A FIFO queue takes no message without a group: EventBridge refuses the target, or no message ever arrives.',
  fix: 'Give a MessageGroupId.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_SqsParameters.html',
      fact: 'MessageGroupId is the message group of a target that is a FIFO queue.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html',
      fact: 'A message to a FIFO queue needs a MessageGroupId, else the call fails.',
    },
  ],
  notes: ['001:190', '002:1906', '002:1907', '003:287'],
  messages: {
    missing: '"{queue}" is a FIFO queue; set {group}.',
  },
  check(resource, { report }) {
    const [path, group] = PLACES[resource.type] as readonly [string, string]
    for (const use of arnsAt(resource, resource.template, path)) {
      if (use.service !== 'sqs') continue
      for (const { isFifo, when } of use.fifo) {
        for (const absent of isFifo ? use.holder.absent(group) : []) {
          const joint = both(when, absent.when)
          if (canHold(joint)) report({ node: use.node, when: joint }, 'missing', { queue: use.resource?.id ?? use.text, group })
        }
      }
    }
  },
})
