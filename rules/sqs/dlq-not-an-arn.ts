import { arnsAt, defineRule, isArnless } from '#rule'

export default defineRule({
  id: 'sqs/dlq-not-an-arn',
  title: 'A dead-letter target is the ARN of another queue',
  severity: 'error',
  on: ['AWS::SQS::Queue'],
  why: 'SQS refuses the redrive policy when the queue is made.',
  fix: 'Use Fn::GetAtt with the Arn of the dead-letter queue.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html',
      fact: 'deadLetterTargetArn is the ARN of the queue that takes the messages; Ref of a queue gives its URL.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
      fact: 'The dead-letter queue belongs to the same account and Region.',
    },
  ],
  notes: ['001:170', '002:1000', '002:1005', '002:1013', '003:292'],
  cfnLint: ['E3502'],
  messages: {
    other: '{property} leads to {service}; it takes the ARN of a queue.',
    noArn: '"{value}" is no ARN; {property} takes the ARN of a queue (Fn::GetAtt with Arn).',
  },
  check(queue, { report }) {
    for (const path of ['RedrivePolicy.deadLetterTargetArn', 'RedriveAllowPolicy.sourceQueueArns.*']) {
      const property = path.split('.')[1] as string
      for (const use of arnsAt(queue.template, queue, path)) {
        const { resource, service, attribute, place, text } = use
        // A reference to itself is a circle, which is told for every type.
        if (resource === queue && property === 'deadLetterTargetArn') continue
        if (service !== undefined && service !== 'sqs') report(place, 'other', { property, service: resource?.type ?? service })
        else if (resource?.type === 'AWS::SQS::Queue' && attribute !== 'Arn') report(place, 'noArn', { property, value: resource.id })
        else if (!resource && isArnless(text)) report(place, 'noArn', { property, value: text })
      }
    }
  },
})
