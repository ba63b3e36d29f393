import { defineRule, need, where } from '#rule'

export default defineRule({
  id: 'sns/firehose-role-missing',
  title: 'Firehose subscriptions need SubscriptionRoleArn',
  severity: 'error',
  on: ['AWS::SNS::Subscription'],
  why: 'SNS refuses the subscription.',
  fix: 'Give the ARN of a role that may write to the delivery stream and that SNS may assume.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-subscription.html',
      fact: 'SubscriptionRoleArn is needed for subscriptions of delivery streams.',
    },
  ],
  notes: ['002:1020', '002:1021', '002:1024', '002:1025', '003:307', '003:308'],
  check: where('Protocol', ['firehose'], need('Protocol firehose needs {name}, which is not set.', 'SubscriptionRoleArn')),
})
