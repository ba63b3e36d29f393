import { defineRule, listOf, string } from '#rule'
import { subscriptionsIn } from './_subscriptions.ts'

const PROTOCOLS = ['http', 'https', 'email', 'email-json', 'sms', 'sqs', 'application', 'lambda', 'firehose']

export default defineRule({
  id: 'sns/unknown-protocol',
  title: 'Subscription protocols are a fixed set',
  severity: 'error',
  on: ['AWS::SNS::Subscription', 'AWS::SNS::Topic'],
  why: 'SNS refuses the subscription.',
  fix: 'Use one of the protocols of SNS.',
  sources: [{ url: 'https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html', fact: 'The protocols of subscriptions.' }],
  notes: ['002:1020', '002:1021', '002:1024', '002:1025', '003:307', '003:308'],
  messages: {
    unknown: 'Protocol is "{value}"; it must be {known}.',
  },
  check(resource, { report }) {
    for (const subscription of subscriptionsIn(resource)) {
      for (const protocol of subscription.known('Protocol', string)) {
        if (!PROTOCOLS.includes(protocol.value)) report(protocol, 'unknown', { value: protocol.value, known: listOf(PROTOCOLS) })
      }
    }
  },
})
