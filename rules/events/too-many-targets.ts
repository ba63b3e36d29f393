import { count, defineRule } from '#rule'

export default defineRule({
  id: 'events/too-many-targets',
  title: 'A rule has at most five targets',
  severity: 'error',
  on: ['AWS::Events::Rule'],
  why: 'EventBridge refuses the sixth target.',
  fix: 'Split the rule, or let a topic fan out.',
  sources: [{ url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html', fact: 'A rule has up to five targets.' }],
  notes: ['001:440', '001:441', '001:442', '001:1009', '001:1123', '001:1124', '001:1126', '002:1906', '002:1907', '003:313', '004:470'],
  check: count('Targets', { max: 5, noun: 'targets' }),
})
