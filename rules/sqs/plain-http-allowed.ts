import { defineRule, policiesIn } from '#rule'

export default defineRule({
  id: 'sqs/plain-http-allowed',
  title: 'A queue policy should refuse plain HTTP',
  severity: 'info',
  on: ['AWS::SQS::QueuePolicy'],
  why: 'Messages may cross the network unencrypted.',
  fix: 'Add a Deny statement for aws:SecureTransport false.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html',
      fact: 'To allow encrypted connections only, deny what has aws:SecureTransport false.',
    },
  ],
  notes: ['003:301'],
  messages: {
    plain: 'The policy does not refuse plain HTTP; add a Deny statement with Bool aws:SecureTransport false.',
  },
  check(holder, { report }) {
    for (const policy of policiesIn(holder)) {
      const refuses = policy.statements.some(
        (statement) => !statement.isAllow && statement.conditions().some(({ key }) => /^aws:SecureTransport$/i.test(key.text)),
      )
      if (policy.isComplete && !refuses && policy.statements.length > 0) report(policy, 'plain')
    }
  },
})
