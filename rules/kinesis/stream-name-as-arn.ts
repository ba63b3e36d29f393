import { arnsAt, defineRule } from '#rule'

export default defineRule({
  id: 'kinesis/stream-name-as-arn',
  title: 'A consumer needs the ARN of the stream',
  severity: 'error',
  on: ['AWS::Kinesis::StreamConsumer'],
  why: 'Kinesis finds no such stream and the stack fails.',
  fix: 'Use Fn::GetAtt with the Arn of the stream.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesis-streamconsumer.html',
      fact: 'StreamARN is the ARN of the stream; Ref of a stream gives its name.',
    },
  ],
  notes: ['004:220', '004:255'],
  messages: {
    name: '"{name}" is a name; StreamARN takes the ARN of the stream (Fn::GetAtt with Arn).',
  },
  check(consumer, { report }) {
    for (const { type, attribute, resource, place } of arnsAt(consumer.template, consumer, 'StreamARN')) {
      if (resource && type === 'AWS::Kinesis::Stream' && attribute !== 'Arn') report(place, 'name', { name: resource.id })
    }
  },
})
