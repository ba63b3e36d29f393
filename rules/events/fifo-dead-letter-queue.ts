import { arnsAt, defineRule } from '#rule'

export default defineRule({
  id: 'events/fifo-dead-letter-queue',
  title: 'A target dead-letter queue is a standard queue',
  severity: 'error',
  on: ['AWS::Events::Rule', 'AWS::Scheduler::Schedule'],
  why: 'EventBridge takes standard queues only for events that it could not deliver.',
  fix: 'Name a standard queue.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html',
      fact: 'EventBridge uses standard queues as dead-letter queues; FIFO queues are not supported.',
    },
    {
      url: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html',
      fact: 'The dead-letter queue of a schedule is a standard queue.',
    },
  ],
  notes: ['002:1906', '002:1907'],
  messages: {
    fifo: '"{queue}" is a FIFO queue; the dead-letter queue of a target must be a standard queue.',
  },
  check(resource, { report }) {
    for (const use of arnsAt(
      resource.template,
      resource,
      resource.type === 'AWS::Events::Rule' ? 'Targets.*.DeadLetterConfig.Arn' : 'Target.DeadLetterConfig.Arn',
    )) {
      for (const { isFifo, when } of use.service === 'sqs' ? use.fifo : [])
        if (isFifo) report({ node: use.node, when }, 'fifo', { queue: use.resource?.id ?? use.text })
    }
  },
})
