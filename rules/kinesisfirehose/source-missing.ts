import { defineRule, string } from '#rule'
import { SOURCES } from './_sources.ts'

export default defineRule({
  id: 'kinesisfirehose/source-missing',
  title: 'A delivery stream that reads from a source must name it',
  severity: 'error',
  on: ['AWS::KinesisFirehose::DeliveryStream'],
  why: 'Firehose refuses the stream: the configuration of the source is mandatory for its type.',
  fix: 'Add the configuration of the source, or remove DeliveryStreamType.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/firehose/latest/APIReference/API_CreateDeliveryStream.html',
      fact: 'A stream of type KinesisStreamAsSource has the ARN of the data stream and of a role in KinesisStreamSourceConfiguration.',
    },
    {
      url: 'https://github.com/badmintoncryer/cdk-preflight/blob/main/docs/rules.md',
      fact: 'Tried: without it the deployment fails with "KinesisSourceStreamConfig is mandatory for KinesisStreamAsSource stream type".',
    },
  ],
  notes: ['002:1050', '002:1051', '002:1084', '002:1087', '002:1088', '004:263', '004:265'],
  messages: {
    missing: 'DeliveryStreamType {type} needs {configuration}, which is not set.',
  },
  check(stream, { report }) {
    for (const fact of stream.known('DeliveryStreamType', string)) {
      const configuration = SOURCES[fact.value]
      for (const absent of configuration ? stream.under(fact.when).absent(configuration) : [])
        report({ node: fact.node, when: absent.when }, 'missing', { type: fact.value, configuration: configuration as string })
    }
  },
})
