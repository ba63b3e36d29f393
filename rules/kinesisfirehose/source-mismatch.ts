import { atKey, defineRule, string } from '#rule'
import { SOURCES } from './_sources.ts'

export default defineRule({
  id: 'kinesisfirehose/source-mismatch',
  title: 'The source settings must fit the delivery stream type',
  severity: 'warning',
  on: ['AWS::KinesisFirehose::DeliveryStream'],
  why: 'Firehose makes the stream and ignores the source, so that nothing arrives.',
  fix: 'Set DeliveryStreamType to the type of the source, or remove its configuration.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/firehose/latest/APIReference/API_CreateDeliveryStream.html',
      fact: 'The type says where data come from, DirectPut when it is not set; each source has a configuration of its own.',
    },
    {
      url: 'https://github.com/badmintoncryer/cdk-preflight/blob/main/docs/rules.md',
      fact: 'Tried: a stream of type DirectPut with the configuration of a source deploys, and the source is ignored.',
    },
  ],
  notes: ['002:1050', '002:1051', '002:1084', '002:1087', '002:1088', '004:263', '004:265'],
  messages: {
    other: '{configuration} belongs to DeliveryStreamType {type}, not {written}; set the type or remove it.',
  },
  check(stream, { report }) {
    for (const [type, configuration] of Object.entries(SOURCES)) {
      for (const fact of stream.possible('DeliveryStreamType', string)) {
        const written = fact.state === 'known' ? fact.value : 'DirectPut'
        if (fact.state === 'unknown' || written === type) continue
        for (const set of stream.under(fact.when).present(configuration)) report(atKey(set), 'other', { type, configuration, written })
      }
    }
  },
})
