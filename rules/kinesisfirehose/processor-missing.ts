import { boolean, defineRule, string } from '#rule'

const DESTINATIONS = ['ExtendedS3', 'HttpEndpoint', 'Redshift', 'Splunk', 'Amazonopensearchservice'].map(
  (name) => `${name}DestinationConfiguration`,
)

export default defineRule({
  id: 'kinesisfirehose/processor-missing',
  title: 'Enabled processing needs a processor with its Lambda function',
  severity: 'error',
  on: ['AWS::KinesisFirehose::DeliveryStream'],
  why: 'Firehose refuses the stream.',
  fix: 'Add a processor; one of type Lambda needs the parameter LambdaArn.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/firehose/latest/APIReference/API_ProcessingConfiguration.html',
      fact: 'Processing has processors; the one of type Lambda has the function as parameter LambdaArn.',
    },
  ],
  notes: ['002:1050', '002:1051', '002:1084', '002:1087', '002:1088'],
  messages: {
    none: 'Processing is enabled without Processors; add one, or set Enabled to false.',
    function: 'The processor of type Lambda has no parameter LambdaArn; add it.',
  },
  check(stream, { report }) {
    for (const destination of DESTINATIONS) {
      for (const processing of stream.items(`${destination}.ProcessingConfiguration`)) {
        for (const enabled of processing.known('Enabled', boolean)) {
          const here = processing.under(enabled.when)
          for (const absent of enabled.value ? here.absent('Processors') : []) report({ node: enabled.node, when: absent.when }, 'none')
        }
        for (const processor of processing.items('Processors')) {
          const names = processor
            .facts('Parameters.*.ParameterName')
            .map((fact) => (fact.state === 'known' ? string.read(fact.value) : undefined))
          for (const type of processor.known('Type', string))
            if (type.value === 'Lambda' && names.every((name) => name !== undefined && name !== 'LambdaArn')) report(type, 'function')
        }
      }
    }
  },
})
