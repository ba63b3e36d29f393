import { both, canHold, defineRule, mayAccess, present } from '#rule'
import { logsTo } from './_buckets.ts'

export default defineRule({
  id: 's3/log-delivery-denied',
  title: 'A log bucket must let the logging service write',
  severity: 'warning',
  on: ['AWS::S3::Bucket'],
  why: 'S3 cannot write the logs; nobody sees an error, and there are no logs.',
  fix: 'Allow s3:PutObject to logging.s3.amazonaws.com in a policy of the log bucket, and leave its default retention out.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html',
      fact: 'The bucket that gets the logs has a policy that lets the logging service write; with the ownership of today an ACL does not.',
    },
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html',
      fact: 'A bucket with a default retention cannot be the target.',
    },
  ],
  notes: ['002:445', '002:447', '002:598', '002:2290'],
  messages: {
    denied: 'No policy in this template lets logging.s3.amazonaws.com write into {target}; allow it s3:PutObject there.',
    locked: 'The bucket {target} has a default retention, so it can hold no access logs; use another bucket.',
  },
  check(bucket, { report }) {
    for (const { resource: target, node, when } of logsTo(bucket)) {
      if (target === bucket) continue
      const hasAcl = target.facts('AccessControl').some((fact) => fact.state !== 'absent')
      if (!hasAcl && mayAccess(target, { action: 's3:PutObject', service: 'logging.s3.amazonaws.com', source: bucket, when }) === 'no')
        report({ node, when }, 'denied', { target: target.id })
      for (const retention of present(target, 'ObjectLockConfiguration.Rule.DefaultRetention')) {
        const joint = both(when, retention.when)
        if (canHold(joint)) report({ node, when: joint }, 'locked', { target: target.id })
      }
    }
  },
})
