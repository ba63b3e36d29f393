import { arnsAt, defineRule, eventsOf, OPAQUE, shorten } from '#rule'

export default defineRule({
  id: 'dynamodb/table-arn-as-stream',
  title: 'A trigger must name the stream of a table, not the table',
  severity: 'error',
  on: ['AWS::Lambda::EventSourceMapping', 'AWS::Serverless::Function', 'AWS::Pipes::Pipe'],
  why: 'A table cannot be read like a stream: the stack fails.',
  fix: 'Use !GetAtt Table.StreamArn.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-eventsourcemapping.html',
      fact: 'The source of an event source mapping is the ARN of the stream of a table.',
    },
  ],
  notes: ['001:509', '001:510', '001:511', '002:963', '002:1042', '002:1579', '003:179', '004:279'],
  messages: {
    reference: '"{name}" gives the table, not its stream; use !GetAtt {name}.StreamArn.',
    literal: '"{value}" is a table, not its stream; give the ARN that ends with /stream/ and a time.',
  },
  check(resource, { report }) {
    const { template, type } = resource
    const uses =
      type === 'AWS::Serverless::Function'
        ? eventsOf(resource, 'DynamoDB').flatMap(({ properties }) => arnsAt(template, properties, 'Stream'))
        : arnsAt(template, resource, type === 'AWS::Pipes::Pipe' ? 'Source' : 'EventSourceArn')
    for (const { resource: table, attribute, service, arn, text, place } of uses) {
      if (service !== 'dynamodb') continue
      if (table) {
        if (attribute === undefined || attribute === 'Arn') report(place, 'reference', { name: table.id })
      } else if (arn && /^table\/[^/]+$/.test(arn.resource) && !arn.resource.includes(OPAQUE))
        report(place, 'literal', { value: shorten(text) })
    }
  },
})
