import { defineRule, deployedType, functionsAt, invocationOf, leadsOf, nodesAt } from '#rule'

const SERVICE = 'lambda.alarms.cloudwatch.amazonaws.com'

export default defineRule({
  id: 'cloudwatch/lambda-action-not-permitted',
  title: 'A function used as alarm action needs a permission for alarms',
  severity: 'warning',
  on: ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'],
  why: 'The alarm is made, and its action fails when it goes off.',
  fix: 'Add an AWS::Lambda::Permission with the Principal lambda.alarms.cloudwatch.amazonaws.com.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html',
      fact: 'A function that is the action of an alarm needs a permission for lambda.alarms.cloudwatch.amazonaws.com.',
    },
  ],
  notes: ['002:1833', '002:1885', '002:1888'],
  messages: {
    missing: 'Nothing lets {service} invoke {id}, so this action fails; add an AWS::Lambda::Permission with that Principal.',
  },
  check(alarm, { report }) {
    for (const path of ['AlarmActions.*', 'OKActions.*', 'InsufficientDataActions.*']) {
      for (const { node, when } of nodesAt(alarm, path)) {
        // A name is no ARN, which another rule tells.
        if (
          leadsOf(alarm.template, node, when).some(
            ({ resource, attribute }) => deployedType(resource.type) === 'AWS::Lambda::Function' && !attribute,
          )
        )
          continue
        for (const use of functionsAt(alarm.template, node, when)) {
          const { answer, when: refused } = invocationOf(use, SERVICE, alarm)
          if (answer === 'no') report({ node: use.node, when: refused }, 'missing', { service: SERVICE, id: use.function.id })
        }
      }
    }
  },
})
