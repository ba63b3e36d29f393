import { arnsAt, defineRule } from '#rule'

const NONE = [
  'ses',
  's3',
  'dynamodb',
  'rds',
  'elasticache',
  'elasticloadbalancing',
  'cloudfront',
  'iam',
  'route53',
  'kms',
  'secretsmanager',
]

export default defineRule({
  id: 'events/unsupported-target',
  title: 'A rule can only target services EventBridge knows',
  severity: 'error',
  on: ['AWS::Events::Rule'],
  why: 'EventBridge refuses the target.',
  fix: 'Use a Lambda function, or an AWS::Scheduler::Schedule with a universal target.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html',
      fact: 'The services that can be targets of a rule; those that are not listed cannot.',
    },
  ],
  notes: ['003:313', '004:470'],
  messages: {
    unsupported: '"{name}" belongs to {service}, which is no target of a rule; use a Lambda function.',
  },
  check(rule, { report }) {
    for (const { service, place, resource, text } of arnsAt(rule.template, rule, 'Targets.*.Arn'))
      if (service && NONE.includes(service)) report(place, 'unsupported', { name: resource?.id ?? text, service })
  },
})
