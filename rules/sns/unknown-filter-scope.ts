import { defineRule, oneOf } from '#rule'

export default defineRule({
  id: 'sns/unknown-filter-scope',
  title: 'FilterPolicyScope is MessageAttributes or MessageBody',
  severity: 'error',
  on: ['AWS::SNS::Subscription'],
  why: 'SNS refuses the subscription.',
  fix: 'Write MessageAttributes or MessageBody.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-subscription.html',
      fact: 'The scope is MessageAttributes, which is the default, or MessageBody.',
    },
  ],
  notes: ['000:228', '004:480'],
  check: oneOf('FilterPolicyScope', ['MessageAttributes', 'MessageBody']),
})
