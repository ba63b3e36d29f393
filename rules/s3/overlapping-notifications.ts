import { both, canHold, defineRule, type Known, leadsOf, notificationFilter, notificationsOf, notificationTarget } from '#rule'

interface Watch {
  readonly event: Known<string>
  /** The function of the template that is notified. */
  readonly fn: string | undefined
  readonly isSam: boolean
  readonly prefix: string
  readonly suffix: string
}

const group = (event: string): string => event.replace(/[^:]*$/, '*')
const areShared = (one: string, other: string): boolean => one === other || one === group(other) || other === group(one)
/** SAM adds what it finds there already no second time. */
const isMerged = (a: Watch, b: Watch): boolean =>
  (a.isSam || b.isSam) && a.fn === b.fn && a.event.value === b.event.value && a.prefix === b.prefix && a.suffix === b.suffix
const overlap = (a: Watch, b: Watch): boolean =>
  !isMerged(a, b) &&
  areShared(a.event.value, b.event.value) &&
  (a.prefix.startsWith(b.prefix) || b.prefix.startsWith(a.prefix)) &&
  (a.suffix.endsWith(b.suffix) || b.suffix.endsWith(a.suffix))

export default defineRule({
  id: 's3/overlapping-notifications',
  title: 'Notifications for one event must not overlap',
  severity: 'error',
  on: ['AWS::S3::Bucket'],
  why: 'S3 rejects configurations that share an event and overlap in the objects that they are about, and the stack fails.',
  fix: 'Give each event to one target and let it fan out (a topic, EventBridge), or limit the configurations to different prefixes or suffixes.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html',
      fact: 'Filters of the same event type must not overlap: neither may one prefix begin another while a suffix also ends the other.',
    },
  ],
  notes: ['002:483', '002:485', '002:486', '002:487', '002:1041', '002:2289'],
  messages: { overlap: '{event} overlaps with {other} of another configuration; notify one target, or filter by different prefixes.' },
  check(bucket, { report }) {
    const watches: Watch[] = notificationsOf(bucket).flatMap((notification) => {
      const filter = notificationFilter(notification)
      const target = notificationTarget(notification)
      const [lead] = target ? leadsOf(bucket.template, target.node, target.when) : []
      const fn = notification.owner?.id ?? lead?.resource.id
      return filter ? notification.events.map((event) => ({ event, fn, isSam: notification.owner !== undefined, ...filter })) : []
    })
    watches.forEach((watch, i) => {
      const other = watches.slice(0, i).find((one) => overlap(one, watch) && canHold(both(one.event.when, watch.event.when)))
      if (!other) return
      const related = [{ node: other.event.node, message: 'the other one' }]
      const when = both(other.event.when, watch.event.when)
      report({ node: watch.event.node, when, related }, 'overlap', { event: watch.event.value, other: other.event.value })
    })
  },
})
