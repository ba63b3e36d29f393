import { closest, defineRule, isPlaceholder, notificationsOf, respell } from '#rule'

/** Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html */
const EVENTS = [
  'IntelligentTiering',
  'LifecycleExpiration:* Delete DeleteMarkerCreated',
  'LifecycleTransition',
  'ObjectAcl:Put',
  'ObjectAnnotation:* Put Delete',
  'ObjectCreated:* Put Post Copy CompleteMultipartUpload',
  'ObjectRemoved:* Delete DeleteMarkerCreated',
  'ObjectRestore:* Post Completed Delete',
  'ObjectRetention:Put',
  'ObjectTagging:* Put Delete',
  'ReducedRedundancyLostObject',
  'Replication:* OperationFailedReplication OperationNotTracked OperationMissedThreshold OperationReplicatedAfterThreshold',
].flatMap((line) => {
  const [group, names] = line.split(':')
  return names ? names.split(' ').map((name) => `s3:${group}:${name}`) : [`s3:${group}`]
})

export default defineRule({
  id: 's3/unknown-notification-event',
  title: 'Notification events must exist',
  severity: 'error',
  on: ['AWS::S3::Bucket'],
  fixes: 'safe',
  why: 'S3 rejects the notification configuration, and the stack fails.',
  fix: 'Use an event type that S3 knows; they begin with "s3:" and mind the case.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html',
      fact: 'The event types that can be notified, each with its group, which is written with an asterisk.',
    },
  ],
  notes: ['001:586', '001:587', '002:483', '002:485', '002:486', '002:487', '002:1041', '002:2289'],
  messages: {
    unknown: 'S3 has no event type "{event}"; use one like s3:ObjectCreated:*.',
    near: 'S3 has no event type "{event}"; did you mean "{near}"?',
  },
  check(bucket, { report }) {
    for (const event of notificationsOf(bucket).flatMap(({ events }) => events)) {
      if (EVENTS.includes(event.value) || isPlaceholder(event.value)) continue
      const near = closest(event.value, EVENTS)
      if (near) report(event, 'near', { event: event.value, near }, respell(event, EVENTS))
      else report(event, 'unknown', { event: event.value })
    }
  },
})
