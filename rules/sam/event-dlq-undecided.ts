import { atKey, both, canHold, defineRule, eventsOf } from '#rule'

export default defineRule({
  id: 'sam/event-dlq-undecided',
  title: 'Dead-letter queue of an event is either named or made',
  severity: 'error',
  on: ['AWS::Serverless::Function', 'AWS::Serverless::StateMachine'],
  why: 'SAM takes the queue at Arn, or makes one for Type SQS; the transform fails at both and at neither.',
  fix: 'Give Arn of a queue of yours, or Type: SQS.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-deadletterconfig.html',
      fact: 'Either Type or Arn must be given; QueueLogicalId names the queue that is made for Type.',
    },
  ],
  messages: {
    both: 'Arn and Type exclude each other; keep Arn for a queue of yours, or Type for one that SAM makes.',
    neither: 'DeadLetterConfig has neither Arn nor Type; give Arn of a queue, or Type: SQS for one that SAM makes.',
  },
  check(resource, { report }) {
    for (const { properties } of eventsOf(resource)) {
      for (const config of properties.items('DeadLetterConfig')) {
        for (const type of config.facts('Type')) {
          for (const arn of config.facts('Arn')) {
            const when = both(type.when, arn.when)
            if (!canHold(when) || (type.state === 'absent') !== (arn.state === 'absent')) continue
            if (type.state === 'absent') report({ node: config.node, when }, 'neither')
            else report({ ...atKey(type, when), related: [{ node: arn.node, message: 'Arn' }] }, 'both')
          }
        }
      }
    }
  },
})
