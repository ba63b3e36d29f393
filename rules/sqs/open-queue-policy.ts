import { defineRule, policiesIn } from '#rule'

export default defineRule({
  id: 'sqs/open-queue-policy',
  title: 'A queue policy should not admit everybody',
  severity: 'warning',
  on: ['AWS::SQS::QueueInlinePolicy', 'AWS::SQS::QueuePolicy'],
  why: 'Anybody with an AWS account may use the queue.',
  fix: 'Name the accounts, roles or services that are meant, or add a condition such as aws:SourceArn or aws:PrincipalOrgID.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html',
      fact: 'Queues should not be open to everybody: a policy with "*" as principal makes them public.',
    },
  ],
  notes: ['002:1006', '002:1026', '003:300'],
  messages: {
    open: 'Everybody is admitted to the queue; name who is meant, or add a condition such as aws:SourceArn.',
  },
  check(holder, { report }) {
    for (const { statements } of policiesIn(holder)) {
      for (const statement of statements) {
        if (statement.isAllow && statement.isUnrestricted) for (const { place } of statement.everybody()) report(place, 'open')
      }
    }
  },
})
