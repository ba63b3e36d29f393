import { arnsAt, atKey, both, canHold, defineRule, present, string } from '#rule'

const SERVICES: ReadonlyMap<string, string> = new Map([
  ['cloud-watch-logs', 'logs'],
  ['s3', 's3'],
  ['kinesis-data-firehose', 'firehose'],
])

const FOREIGN: ReadonlyMap<string, readonly string[]> = new Map([
  ['cloud-watch-logs', ['DestinationOptions']],
  ['s3', ['LogGroupName', 'DeliverLogsPermissionArn']],
  ['kinesis-data-firehose', ['LogGroupName', 'DestinationOptions']],
])

export default defineRule({
  id: 'ec2/flow-log-destination-mismatch',
  title: 'The settings of a flow log must fit its destination',
  severity: 'error',
  on: ['AWS::EC2::FlowLog'],
  why: 'EC2 rejects the flow log.',
  fix: 'For CloudWatch Logs give a log group and DeliverLogsPermissionArn; for a bucket or a delivery stream its ARN in LogDestination and no log group.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-flowlog.html',
      fact: 'A role is needed for CloudWatch Logs and not allowed for S3; a log group by name is for CloudWatch Logs only; options of files are for S3.',
    },
  ],
  notes: ['001:780', '001:786', '002:752'],
  cfnLint: ['E3014', 'E3021'],
  messages: {
    foreign: '{property} cannot be set for the destination {destination}; remove it.',
    other: 'LogDestination is an ARN of {service}; for the destination {destination} it must be one of {wanted}.',
    role: 'A flow log to CloudWatch Logs needs DeliverLogsPermissionArn, a role that may write there, which is not set.',
    group: 'A flow log to CloudWatch Logs needs LogGroupName or LogDestination; neither is set.',
    arn: 'A flow log to {destination} needs its ARN in LogDestination, which is not set.',
  },
  check(log, { report }) {
    for (const type of log.possible('LogDestinationType', string)) {
      if (type.state === 'unknown') continue
      const destination = type.state === 'known' ? type.value : 'cloud-watch-logs'
      const wanted = SERVICES.get(destination)
      if (!wanted) continue
      const here = log.under(type.when)
      for (const property of FOREIGN.get(destination) ?? []) {
        for (const set of present(here, property)) report(atKey(set), 'foreign', { property, destination })
      }
      for (const use of arnsAt(log.template, here, 'LogDestination')) {
        if (use.service && use.service !== wanted) report(use.place, 'other', { service: use.service, wanted, destination })
      }
      if (destination === 'cloud-watch-logs') {
        for (const absent of here.absent('DeliverLogsPermissionArn')) report(absent, 'role')
        for (const name of here.absent('LogGroupName')) {
          for (const arn of here.absent('LogDestination')) {
            const when = both(name.when, arn.when)
            if (canHold(when)) report({ node: name.node, when }, 'group')
          }
        }
      } else for (const absent of here.absent('LogDestination')) report(absent, 'arn', { destination })
    }
  },
})
