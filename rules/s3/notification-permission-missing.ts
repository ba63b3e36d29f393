import { defineRule, deliveriesBy, fifoOf, mayDeliver } from '#rule'

export default defineRule({
  id: 's3/notification-permission-missing',
  title: 'A notified queue or topic must let S3 in',
  severity: 'error',
  on: ['AWS::S3::Bucket'],
  why: 'S3 tries its targets when the bucket is made, finds that it may not use this one, and the stack fails.',
  fix: 'Allow s3.amazonaws.com to send in a policy of the queue or topic, and name that policy in DependsOn of the bucket.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html',
      fact: 'Queues and topics need a policy that lets S3 send to them before they can be notified.',
    },
  ],
  notes: ['001:586', '001:587', '002:487', '002:1026', '002:1578', '002:1588'],
  messages: { denied: 'No policy in this template lets S3 send to {target}; allow it to s3.amazonaws.com.' },
  check(bucket, { report }) {
    for (const { target, place, service, source, when } of deliveriesBy(bucket)) {
      // Other rules say that a FIFO queue cannot be a target at all.
      const isFifo = fifoOf(target, when).some((one) => one.isFifo)
      if (!isFifo && mayDeliver(target, { service, source, when }) === 'no') report(place, 'denied', { target: target.id })
    }
  },
})
