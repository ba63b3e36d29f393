import { atKey, defineRule, string, table } from '#rule'

const SOURCES: Readonly<Record<string, string>> = table({
  KinesisStreamAsSource: 'KinesisStreamSourceConfiguration',
  MSKAsSource: 'MSKSourceConfiguration',
  DatabaseAsSource: 'DatabaseSourceConfiguration',
})

export default defineRule({
  id: 'kinesisfirehose/source-mismatch',
  title: 'The source settings must fit the delivery stream type',
  severity: 'error',
  on: ['AWS::KinesisFirehose::DeliveryStream'],
  why: 'Firehose refuses the stream, or takes nothing from the source.',
  fix: 'Set DeliveryStreamType and the configuration of the same source.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesisfirehose-deliverystream.html',
      fact: 'The type says where data come from; each source has a configuration of its own.',
    },
  ],
  notes: ['002:1050', '002:1051', '002:1084', '002:1087', '002:1088', '004:263', '004:265'],
  messages: {
    missing: 'DeliveryStreamType {type} needs {configuration}, which is not set.',
    other: '{configuration} belongs to DeliveryStreamType {type}, not {written}; set the type or remove it.',
  },
  check(stream, { report }) {
    for (const [type, configuration] of Object.entries(SOURCES)) {
      for (const fact of stream.possible('DeliveryStreamType', string)) {
        if (fact.state === 'unknown') continue
        const here = stream.under(fact.when)
        const written = fact.state === 'known' ? fact.value : 'DirectPut'
        if (fact.state === 'known' && written === type)
          for (const absent of here.absent(configuration))
            report({ node: fact.node, when: absent.when }, 'missing', { type, configuration })
        else if (written !== type)
          for (const set of here.present(configuration)) report(atKey(set), 'other', { type, configuration, written })
      }
    }
  },
})
