import { defineRule, eventSourcesIn } from '#rule'

export default defineRule({
  id: 'lambda/unpollable-event-source',
  title: 'Event source mappings only poll streams, queues and brokers',
  severity: 'error',
  on: ['AWS::Lambda::EventSourceMapping'],
  why: 'Lambda rejects the mapping: other services call the function themselves, once they are told to and allowed to.',
  fix: 'Configure the trigger where the events come from (a bucket notification, a subscription, a rule), with an AWS::Lambda::Permission.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html',
      fact: 'Sources are SQS queues, Kinesis and DynamoDB streams, Kafka clusters, MQ brokers and DocumentDB.',
    },
  ],
  notes: ['000:390', '002:1041', '002:1578'],
  messages: {
    other: '{what} that Lambda does not poll; let it call the function, with an AWS::Lambda::Permission.',
  },
  check(mapping, { report }) {
    for (const { origins } of eventSourcesIn(mapping)) {
      for (const origin of origins.filter(({ kind }) => kind === 'other')) {
        const what = origin.resource
          ? `${origin.resource.id} is of type ${origin.resource.type}`
          : `${origin.text.split(':')[2]} is a service`
        report({ node: origin.node, when: origin.when }, 'other', { what })
      }
    }
  },
})
