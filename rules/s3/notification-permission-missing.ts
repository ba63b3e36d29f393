import { defineRule, deliveriesBy, fifoOf, functionsAt, invocationOf, mayDeliver, notificationsOf, notificationTarget } from '#rule'

export default defineRule({
  id: 's3/notification-permission-missing',
  title: 'A notified target must let S3 in',
  severity: 'error',
  on: ['AWS::S3::Bucket'],
  why: 'S3 tries its targets when the bucket is made, finds that it may not use this one, and the stack fails.',
  fix: 'Let s3.amazonaws.com invoke the function with AWS::Lambda::Permission, or send in a policy of the queue or topic, and let the bucket wait for it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html',
      fact: 'Functions, queues and topics need a permission or policy that lets S3 use them before they can be notified.',
    },
  ],
  notes: ['001:586', '001:587', '002:487', '002:1026', '002:1578', '002:1588'],
  messages: {
    function: 'Nothing in this template lets S3 invoke {target}; add an AWS::Lambda::Permission for s3.amazonaws.com.',
    policy: 'No policy in this template lets S3 send to {target}; allow it to s3.amazonaws.com.',
  },
  check(bucket, { report }) {
    for (const notification of notificationsOf(bucket)) {
      const named = notificationTarget(notification)
      if (!named || notification.kind !== 'function') continue
      for (const use of functionsAt(bucket.template, named.node, named.when)) {
        const { answer, when } = invocationOf(use, 's3.amazonaws.com', bucket)
        if (answer === 'no') report({ node: use.node, when }, 'function', { target: use.function.id })
      }
    }
    for (const { target, place, service, source, when } of deliveriesBy(bucket)) {
      // Another rule says that a FIFO queue cannot be a target at all.
      const isFifo = fifoOf(target, when).some((one) => one.isFifo)
      if (!isFifo && mayDeliver(target, { service, source, when }) === 'no') report(place, 'policy', { target: target.id })
    }
  },
})
