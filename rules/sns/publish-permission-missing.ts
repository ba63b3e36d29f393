import { defineRule, deliveriesBy, mayDeliver } from '#rule'

export default defineRule({
  id: 'sns/publish-permission-missing',
  title: 'A topic must admit the EventBridge rule that targets it',
  severity: 'warning',
  on: ['AWS::Events::Rule'],
  why: 'The topic refuses the events, and nobody is told.',
  fix: 'Add an AWS::SNS::TopicPolicy that allows sns:Publish to events.amazonaws.com.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html',
      fact: 'A rule that targets a topic needs a policy of the topic that lets events.amazonaws.com publish.',
    },
  ],
  notes: ['002:1906', '002:1907', '004:470'],
  messages: {
    missing: 'No policy of topic "{topic}" lets events.amazonaws.com publish to it; add an AWS::SNS::TopicPolicy that does.',
  },
  check(rule, { report }) {
    for (const delivery of deliveriesBy(rule)) {
      const { target, hasRole, isDeadLetter, place } = delivery
      if (target.type === 'AWS::SNS::Topic' && !hasRole && !isDeadLetter && mayDeliver(target, delivery) === 'no')
        report(place, 'missing', { topic: target.id })
    }
  },
})
