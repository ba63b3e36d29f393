import { all, defineRule, exclusive, requiresOneOf } from '#rule'

export default defineRule({
  id: 'lambda/event-source-missing',
  title: 'A mapping names exactly one event source',
  severity: 'error',
  on: ['AWS::Lambda::EventSourceMapping'],
  why: 'Lambda rejects the mapping.',
  fix: 'Give EventSourceArn, or SelfManagedEventSource for a Kafka cluster outside of AWS.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html',
      fact: "A mapping reads from what its ARN names, or from a Kafka cluster of one's own.",
    },
  ],
  notes: ['002:1572', '002:1573', '002:1579', '002:2226'],
  check: all(requiresOneOf('EventSourceArn', 'SelfManagedEventSource'), exclusive('EventSourceArn', 'SelfManagedEventSource')),
})
