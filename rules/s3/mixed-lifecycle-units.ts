import { anything, boolean, defineRule, number, string, together } from '#rule'

const DAYS = ['ExpirationInDays', 'Transition.TransitionInDays', 'Transitions.*.TransitionInDays']
const DATES = ['ExpirationDate', 'Transition.TransitionDate', 'Transitions.*.TransitionDate']

export default defineRule({
  id: 's3/mixed-lifecycle-units',
  title: 'A lifecycle rule counts in days or in dates, not both',
  severity: 'error',
  on: ['AWS::S3::Bucket'],
  why: 'S3 rejects the lifecycle configuration, and the stack fails.',
  fix: 'Use days throughout the rule, or dates throughout; put what differs into a rule of its own.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-rule.html',
      fact: 'A rule that expires objects by days moves them by days too, and likewise with dates; delete markers without objects go by themselves.',
    },
  ],
  notes: ['002:510', '002:512', '002:515', '002:518', '002:519', '002:520', '002:586'],
  messages: {
    mixed: '{date} stands in a rule that counts in days; use days or dates throughout.',
    marker: 'ExpiredObjectDeleteMarker cannot stand beside {other}; put one of them into a rule of its own.',
  },
  check(bucket, { report }) {
    for (const rule of bucket.items('LifecycleConfiguration.Rules')) {
      const days = DAYS.flatMap((path) => rule.known(path, number))
      for (const path of DATES) {
        for (const [date] of together(rule.known(path, string), days)) {
          report(date, 'mixed', { date: path.split('.').pop() ?? path })
          break
        }
      }
      const markers = rule.known('ExpiredObjectDeleteMarker', boolean).filter(({ value }) => value)
      for (const other of ['ExpirationInDays', 'ExpirationDate', 'TagFilters']) {
        for (const [marker] of together(markers, rule.known(other, anything))) report(marker, 'marker', { other })
      }
    }
  },
})
