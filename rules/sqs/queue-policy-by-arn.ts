import { arnsAt, defineRule, isArnless, leadsOf, policiesIn } from '#rule'

export default defineRule({
  id: 'sqs/queue-policy-by-arn',
  title: 'Queue policies are attached by URL and written with ARNs',
  severity: 'error',
  on: ['AWS::SNS::TopicPolicy', 'AWS::SQS::QueuePolicy'],
  why: 'The policy cannot be attached, or is refused as invalid.',
  fix: 'List queues by Ref (their URL) and topics by Ref (their ARN); in statements use the ARN.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queuepolicy.html',
      fact: 'Queues are the URLs of the queues; Ref of a queue gives its URL.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topicpolicy.html',
      fact: 'Topics are the ARNs of the topics; Ref of a topic gives its ARN.',
    },
  ],
  notes: ['002:1006', '002:1026', '003:300'],
  messages: {
    arn: '"{name}" is an ARN; Queues takes the URL of a queue, which Ref gives.',
    topic: '"{name}" is no ARN; Topics takes the ARN of a topic, which Ref gives.',
    url: '"{name}" gives the URL of the queue; Resource takes its ARN (Fn::GetAtt with Arn).',
  },
  check(holder, { report }) {
    const isOfQueues = holder.type === 'AWS::SQS::QueuePolicy'
    for (const { resource, attribute, text, place } of arnsAt(holder.template, holder, isOfQueues ? 'Queues.*' : 'Topics.*')) {
      const name = resource && attribute ? `${resource.id}.${attribute}` : text
      if (isOfQueues && (attribute === 'Arn' || text.startsWith('arn:'))) report(place, 'arn', { name })
      else if (!isOfQueues && (attribute === 'TopicName' || (isArnless(text) && !resource))) report(place, 'topic', { name })
    }
    const template = holder.template
    const statements = policiesIn(holder).flatMap((policy) => policy.statements)
    for (const { item, when } of isOfQueues ? statements.flatMap((statement) => statement.forms('Resource')) : []) {
      for (const { resource, attribute, node, when: under } of leadsOf(template, item, when)) {
        if (resource.type === 'AWS::SQS::Queue' && (attribute ?? 'QueueUrl') === 'QueueUrl')
          report({ node, when: under }, 'url', { name: resource.id })
      }
    }
  },
})
