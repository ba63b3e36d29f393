import { defineRule, string } from '#rule'

export default defineRule({
  id: 'logs/retention-missing',
  title: 'A log group should expire',
  severity: 'info',
  on: ['AWS::Logs::LogGroup'],
  why: 'The logs are kept, and charged, for ever.',
  fix: 'Set RetentionInDays.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html',
      fact: 'By default logs never expire; each log group can have a retention.',
    },
  ],
  notes: ['002:1867', '003:73'],
  cfnLint: ['I3013'],
  messages: {
    missing: 'RetentionInDays is not set, so these logs never expire; set it.',
  },
  check(group, { report }) {
    // What is delivered on to elsewhere is kept for two days.
    const isDelivery = group
      .possible('LogGroupClass', string)
      .some((fact) => fact.state === 'unknown' || (fact.state === 'known' && fact.value === 'DELIVERY'))
    for (const absent of isDelivery ? [] : group.absent('RetentionInDays')) report(absent, 'missing')
  },
})
