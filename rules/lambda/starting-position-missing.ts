import { both, canHold, defineRule, eventSourcesIn } from '#rule'

export default defineRule({
  id: 'lambda/starting-position-missing',
  title: 'Mappings of streams need a StartingPosition',
  severity: 'error',
  on: ['AWS::Lambda::EventSourceMapping', 'AWS::Serverless::Function'],
  why: 'Lambda, or SAM before it, rejects the mapping.',
  fix: 'Set StartingPosition to LATEST for new records only or to TRIM_HORIZON for all that the stream still holds.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html',
      fact: 'A starting position is required for Kinesis and DynamoDB streams.',
    },
  ],
  notes: ['002:1572', '002:1573', '002:1579', '002:2226'],
  cfnLint: ['E3633'],
  messages: {
    missing: 'A mapping of a stream needs StartingPosition; set it to LATEST or TRIM_HORIZON.',
  },
  check(resource, { report }) {
    for (const { origins, properties } of eventSourcesIn(resource)) {
      for (const { kind, when } of origins) {
        if (kind !== 'kinesis' && kind !== 'dynamodb') continue
        for (const absent of properties.absent('StartingPosition')) {
          const joint = both(when, absent.when)
          if (canHold(joint)) report({ node: absent.node, when: joint }, 'missing')
        }
      }
    }
  },
})
