import { defineRule, string } from '#rule'
import { subscriptionsIn } from './_subscriptions.ts'

export default defineRule({
  id: 'sns/plain-http-subscription',
  title: 'Messages should not be sent over plain HTTP',
  severity: 'warning',
  on: ['AWS::SNS::Subscription', 'AWS::SNS::Topic'],
  why: 'Messages cross the network in clear text.',
  fix: 'Use https.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html',
      fact: 'HTTPS endpoints keep messages from being read on their way.',
    },
  ],
  notes: ['002:1020', '002:1021', '002:1024', '002:1025', '003:307', '003:308'],
  messages: {
    http: 'Protocol is http, so messages travel in clear text; use https.',
  },
  check(resource, { report }) {
    for (const subscription of subscriptionsIn(resource))
      for (const protocol of subscription.known('Protocol', string))
        if (protocol.value === 'http' && !protocol.via) report(protocol, 'http')
  },
})
