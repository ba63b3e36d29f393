import { defineRule, policiesIn } from '#rule'

export default defineRule({
  id: 'sns/open-topic-policy',
  title: 'A topic policy should not admit everybody',
  severity: 'warning',
  on: ['AWS::SNS::TopicInlinePolicy', 'AWS::SNS::TopicPolicy'],
  why: 'Anybody with an AWS account may use the topic.',
  fix: 'Name the accounts, roles or services that are meant, or add a condition such as aws:SourceArn or aws:PrincipalOrgID.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html',
      fact: 'Topics should not be open to everybody: a policy with "*" as principal makes them public.',
    },
  ],
  notes: ['002:1006', '002:1026'],
  messages: {
    open: 'Everybody is admitted to the topic; name who is meant, or add a condition such as aws:SourceArn.',
  },
  check(holder, { report }) {
    for (const { statements } of policiesIn(holder)) {
      for (const statement of statements) {
        if (statement.isAllow && statement.isUnrestricted) for (const { place } of statement.everybody()) report(place, 'open')
      }
    }
  },
})
