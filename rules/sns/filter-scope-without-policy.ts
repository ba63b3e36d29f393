import { defineRule, onlyWith } from '#rule'

export default defineRule({
  id: 'sns/filter-scope-without-policy',
  title: 'A filter scope without a filter policy has no effect',
  severity: 'warning',
  on: ['AWS::SNS::Subscription'],
  why: 'Nothing is filtered: every message is delivered.',
  fix: 'Set FilterPolicy, or remove the scope.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-subscription.html',
      fact: 'The scope says what FilterPolicy is applied to.',
    },
  ],
  notes: ['000:228', '004:480'],
  check: onlyWith('FilterPolicyScope', 'FilterPolicy'),
})
