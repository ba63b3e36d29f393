import { defineRule, number } from '#rule'

const INTERVALS = [0, 1, 5, 10, 15, 30, 60]

export default defineRule({
  id: 'rds/invalid-monitoring-interval',
  title: 'The monitoring interval must be 0, 1, 5, 10, 15, 30 or 60',
  severity: 'error',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  why: 'RDS rejects the request.',
  fix: 'Use 0, 1, 5, 10, 15, 30 or 60 seconds.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
      fact: 'Enhanced monitoring collects every 1, 5, 10, 15, 30 or 60 seconds, or not at all.',
    },
  ],
  notes: ['002:846', '004:94'],
  messages: { interval: 'MonitoringInterval is {value}; it must be 0, 1, 5, 10, 15, 30 or 60 seconds.' },
  check(database, { report }) {
    for (const interval of database.known('MonitoringInterval', number)) {
      if (!INTERVALS.includes(interval.value)) report(interval, 'interval', { value: interval.value })
    }
  },
})
