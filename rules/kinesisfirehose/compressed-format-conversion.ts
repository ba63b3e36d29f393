import { boolean, canHold, defineRule, string } from '#rule'

export default defineRule({
  id: 'kinesisfirehose/compressed-format-conversion',
  title: 'Record format conversion excludes compression',
  severity: 'error',
  on: ['AWS::KinesisFirehose::DeliveryStream'],
  why: 'Firehose refuses the stream.',
  fix: 'Set compression in the serializer, and CompressionFormat to UNCOMPRESSED or not at all.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/firehose/latest/dev/record-format-conversion.html',
      fact: 'With conversion of the format, compression of the destination is off; the serializer compresses.',
    },
  ],
  notes: ['002:1050', '002:1051', '002:1084', '002:1087', '002:1088'],
  messages: {
    compressed: 'CompressionFormat is {format}, which excludes conversion of the record format; compress in the serializer instead.',
  },
  check(stream, { report }) {
    for (const destination of stream.items('ExtendedS3DestinationConfiguration')) {
      for (const conversion of destination.items('DataFormatConversionConfiguration')) {
        if (
          conversion
            .facts('Enabled')
            .some((fact) => fact.state === 'unknown' || (fact.state === 'known' && boolean.read(fact.value) === false))
        )
          continue
        for (const format of destination.under(conversion.when).known('CompressionFormat', string))
          if (format.value !== 'UNCOMPRESSED' && canHold(format.when)) report(format, 'compressed', { format: format.value })
      }
    }
  },
})
