import { arnsAt, defineRule } from '#rule'
import { pathFor } from './_function.ts'

export default defineRule({
  id: 'lambda/fifo-event-target',
  title: 'Asynchronous events cannot go on to FIFO queues or topics',
  severity: 'warning',
  on: ['AWS::Lambda::Function', 'AWS::Lambda::EventInvokeConfig', 'AWS::Serverless::Function'],
  why: 'Lambda sends no message group: it refuses the target, or takes it and every delivery fails.',
  fix: 'Use a standard queue or a standard topic.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
      fact: 'Destinations and dead-letter queues are standard queues and topics; deliveries to FIFO ones fail and are counted in DestinationDeliveryFailures.',
    },
    {
      url: 'https://github.com/aws/aws-cdk/issues/13793',
      fact: 'A stack with a FIFO queue as the destination of failures was rolled back with InvalidParameterValueException.',
    },
  ],
  notes: ['001:750', '002:223', '002:1577'],
  messages: {
    fifo: '{target} is FIFO, and Lambda cannot send to it; use a standard {kind}.',
  },
  check(resource, { report }) {
    const isInvokeConfig = resource.type === 'AWS::Lambda::EventInvokeConfig'
    const config = isInvokeConfig ? 'DestinationConfig' : 'EventInvokeConfig.DestinationConfig'
    const paths = resource.type === 'AWS::Lambda::Function' ? [] : [`${config}.OnSuccess.Destination`, `${config}.OnFailure.Destination`]
    for (const path of isInvokeConfig ? paths : [pathFor(resource, 'deadLetterTarget'), ...paths]) {
      for (const { fifo, node, resource: target, service, text } of arnsAt(resource.template, resource, path)) {
        const kind = service === 'sns' ? 'topic' : 'queue'
        for (const { isFifo, when } of fifo) if (isFifo) report({ node, when }, 'fifo', { target: target?.id ?? text, kind })
      }
    }
  },
})
