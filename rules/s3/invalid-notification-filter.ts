import { both, defineRule, type Known, notificationsOf, string, together } from '#rule'

export default defineRule({
  id: 's3/invalid-notification-filter',
  title: 'A notification filter has one prefix and one suffix',
  severity: 'error',
  on: ['AWS::S3::Bucket'],
  why: 'S3 rejects the notification configuration, and the stack fails; an asterisk is taken literally, so that nothing matches.',
  fix: 'Use one rule with the name prefix and one with the name suffix, and give the text itself.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html',
      fact: 'A filter has at most one prefix and one suffix; wildcards are not understood.',
    },
  ],
  notes: ['002:483', '002:485', '002:486', '002:487', '002:1041', '002:2289'],
  messages: {
    name: 'A filter rule is named prefix or suffix, not "{name}".',
    twice: 'The filter has two rules named {name}; keep one of them.',
    wildcard: 'Filters know no wildcards, so "{value}" matches keys with an asterisk only; leave it out.',
  },
  check(bucket, { report }) {
    for (const { rules } of notificationsOf(bucket)) {
      const seen: Known<string>[] = []
      for (const rule of rules) {
        for (const name of rule.known('Name', string)) {
          const kind = name.value.toLowerCase()
          if (kind !== 'prefix' && kind !== 'suffix') report(name, 'name', { name: name.value })
          for (const [other] of together(seen, [name]))
            if (other.value.toLowerCase() === kind) report({ node: name.node, when: both(other.when, name.when) }, 'twice', { name: kind })
          seen.push(name)
        }
        for (const value of rule.known('Value', string)) if (value.value.includes('*')) report(value, 'wildcard', { value: value.value })
      }
    }
  },
})
