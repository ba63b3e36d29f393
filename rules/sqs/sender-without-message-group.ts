import { defineRule } from '#rule'
import { groupless } from './_groups.ts'

/** Where the target is, and where the group is, seen from the map around it. */
const PIPE = ['Target', 'TargetParameters.SqsQueueParameters.MessageGroupId'] as const
const SCHEDULE = ['Target.Arn', 'SqsParameters.MessageGroupId'] as const

export default defineRule({
  id: 'sqs/sender-without-message-group',
  title: 'A pipe or schedule that sends to a FIFO queue needs a MessageGroupId',
  severity: 'warning',
  on: ['AWS::Pipes::Pipe', 'AWS::Scheduler::Schedule'],
  why: 'A FIFO queue takes no message without a group, so that none arrives.',
  fix: 'Give a MessageGroupId.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html',
      fact: 'A message to a FIFO queue needs a MessageGroupId, else the call fails.',
    },
    {
      url: 'https://docs.aws.amazon.com/scheduler/latest/APIReference/API_SqsParameters.html',
      fact: 'A schedule uses MessageGroupId when its target is a FIFO queue.',
    },
    {
      url: 'https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_PipeTargetSqsQueueParameters.html',
      fact: 'A pipe uses MessageGroupId when its target is a FIFO queue.',
    },
  ],
  notes: ['001:190', '002:1906', '002:1907', '003:287'],
  messages: {
    missing: '"{queue}" is a FIFO queue; set {group}.',
  },
  check(resource, { report }) {
    const [target, group] = resource.type === 'AWS::Pipes::Pipe' ? PIPE : SCHEDULE
    for (const { queue, ...place } of groupless(resource, target, group)) report(place, 'missing', { queue, group })
  },
})
