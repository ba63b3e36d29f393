import { defineRule, oneOf } from '#rule'

export default defineRule({
  id: 'cloudwatch/unknown-missing-data-treatment',
  title: 'TreatMissingData has four values',
  severity: 'error',
  on: ['AWS::CloudWatch::Alarm'],
  why: 'CloudWatch rejects the alarm; upper and lower case count.',
  fix: 'Use breaching, notBreaching, ignore or missing.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html',
      fact: 'The treatments of missing data are breaching, notBreaching, ignore and missing, which is the default.',
    },
  ],
  notes: ['000:498', '000:501', '002:1833', '002:1885', '002:1888'],
  check: oneOf('TreatMissingData', ['breaching', 'notBreaching', 'ignore', 'missing']),
})
