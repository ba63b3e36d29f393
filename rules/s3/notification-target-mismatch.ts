import {
  arnOf,
  defineRule,
  formsOf,
  isPartial,
  isPlaceholder,
  leadsOf,
  notificationsOf,
  notificationTarget,
  shorten,
  suspectsOf,
} from '#rule'

const TARGETS = {
  function: { list: 'LambdaConfigurations', service: 'lambda', types: /^AWS::(Lambda::(Function|Alias|Version)|Serverless::Function)$/ },
  queue: { list: 'QueueConfigurations', service: 'sqs', types: /^AWS::SQS::Queue$/ },
  topic: { list: 'TopicConfigurations', service: 'sns', types: /^AWS::SNS::Topic$/ },
} as const

/** Whose Ref is an ARN. */
const ARN_BY_REF = /^AWS::(SNS::Topic|Lambda::(Alias|Version))$/

export default defineRule({
  id: 's3/notification-target-mismatch',
  title: 'A notification names the ARN of a target of its kind',
  severity: 'error',
  on: ['AWS::S3::Bucket'],
  why: 'S3 cannot find the target that it is told to notify, and the stack fails.',
  fix: 'Give the ARN of a function, a queue or a topic: !GetAtt Function.Arn, !GetAtt Queue.Arn, !Ref Topic.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-notificationconfiguration.html',
      fact: 'Functions, queues and topics are named by their ARNs, each kind in its own list.',
    },
  ],
  notes: ['002:483', '002:485', '002:486', '002:487', '002:1041', '002:2289'],
  messages: {
    kind: '"{name}" is no {kind}, which {list} takes; move it to the list of its kind.',
    notArn: '"{name}" gives no ARN; use !GetAtt {name}.Arn.',
    literal: '"{value}" is no ARN of a {kind}, which {list} takes.',
  },
  check(bucket, { report }) {
    for (const notification of notificationsOf(bucket)) {
      const { kind } = notification
      const { list, service, types } = TARGETS[kind]
      const target = notificationTarget(notification)
      if (!target) continue
      const leads = leadsOf(bucket.template, target.node, target.when)
      for (const { resource, attribute, node, when } of leads) {
        const isKnown = Object.values(TARGETS).some((one) => one.types.test(resource.type))
        if (isKnown && !types.test(resource.type)) report({ node, when }, 'kind', { name: resource.id, kind, list })
        else if (isKnown && attribute === undefined && !ARN_BY_REF.test(resource.type))
          report({ node, when }, 'notArn', { name: resource.id })
      }
      const forms = leads.length ? [] : formsOf(bucket.template, target.node, target.when)
      const isWrong = (text: string): boolean => {
        const named = arnOf(text)?.service
        return !isPlaceholder(text) && (named === undefined ? !isPartial(text) : !isPartial(named) && named !== service)
      }
      for (const { text, place } of suspectsOf(forms, isWrong)) report(place, 'literal', { value: shorten(text), kind, list })
    }
  },
})
