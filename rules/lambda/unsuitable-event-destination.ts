import { arnsAt, defineRule } from '#rule'

export default defineRule({
  id: 'lambda/unsuitable-event-destination',
  title: 'Event destinations are queues, topics, functions, buses or failure buckets',
  severity: 'error',
  on: ['AWS::Lambda::EventInvokeConfig', 'AWS::Serverless::Function'],
  why: 'Lambda rejects the destination.',
  fix: 'Give the ARN of a queue, a topic, a function or an event bus; of a bucket for failures only.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
      fact: 'Destinations are standard SQS queues, standard SNS topics, functions and event buses, and for failures buckets.',
    },
  ],
  notes: ['002:223'],
  messages: {
    reference: 'Destination gets no ARN from {id}; use Fn::GetAtt with its Arn.',
    service: '{target} is no queue, topic, function, event bus or bucket; give the ARN of one.',
    bucket: 'A bucket is a destination for failures only; use another one here.',
  },
  check(resource, { report }) {
    const root = resource.type === 'AWS::Serverless::Function' ? 'EventInvokeConfig.DestinationConfig' : 'DestinationConfig'
    for (const name of ['OnSuccess', 'OnFailure']) {
      for (const target of arnsAt(resource.template, resource, `${root}.${name}.Destination`)) {
        const { service, resource: named, attribute, place } = target
        const isReference = named && attribute === undefined && /^(sqs|lambda)$/.test(service ?? '') && !/Alias|Version$/.test(named.type)
        if (isReference) report(place, 'reference', { id: named.id })
        else if (service && !['sqs', 'sns', 'lambda', 'events', 's3'].includes(service))
          report(place, 'service', { target: named?.id ?? service })
        else if (service === 's3' && name === 'OnSuccess') report(place, 'bucket')
      }
    }
  },
})
