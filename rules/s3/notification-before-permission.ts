import {
  defineRule,
  functionsAt,
  leadsOf,
  mayDeliver,
  type Node,
  nodesAt,
  notificationsOf,
  notificationTarget,
  type Resource,
  resourcePoliciesOf,
  string,
  waitsFor,
} from '#rule'

export default defineRule({
  id: 's3/notification-before-permission',
  title: 'The bucket must be created after the permission of its target',
  severity: 'warning',
  on: ['AWS::S3::Bucket'],
  why: 'S3 tries its targets when the bucket is made. Where the permission is made later, the stack fails now and then.',
  fix: 'Name the permission or policy in DependsOn of the bucket; where it refers to the bucket, give the bucket a name and write the ARN with it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html',
      fact: 'The permission is there before the notification is set.',
    },
  ],
  notes: ['001:586', '001:587', '002:487', '002:1026', '002:1578', '002:1588'],
  messages: { early: 'The bucket can be made before {permission}, which lets S3 use {target}; name it in DependsOn of the bucket.' },
  check(bucket, { report }) {
    const { template } = bucket
    const earlier = waitsFor(template, bucket.id)
    const tell = (node: Node, target: Resource, permissions: readonly Resource[]): void => {
      const [first] = permissions
      if (first && permissions.every(({ id, type }) => !earlier.has(id) && !type.startsWith('AWS::Serverless::')))
        report(node, 'early', { permission: first.id, target: target.id })
    }
    for (const notification of notificationsOf(bucket)) {
      const named = notificationTarget(notification)
      if (!named) continue
      for (const { function: fn, node } of notification.kind === 'function' ? functionsAt(template, named.node, named.when) : []) {
        const permissions = template
          .resourcesOf('AWS::Lambda::Permission')
          .filter(
            (one) =>
              one.known('Principal', string).some(({ value }) => value === 's3.amazonaws.com') &&
              nodesAt(one, 'FunctionName').some((name) => functionsAt(template, name.node, name.when).some((use) => use.function === fn)),
          )
        tell(node, fn, permissions)
      }
      for (const { resource: target, node } of leadsOf(template, named.node, named.when)) {
        if (!/^AWS::(SQS::Queue|SNS::Topic)$/.test(target.type)) continue
        // A policy that does not let S3 in is told by another rule.
        if (mayDeliver(target, { service: 's3.amazonaws.com', source: bucket }) !== 'no')
          tell(
            node,
            target,
            resourcePoliciesOf(target).policies.map(({ document }) => document.resource),
          )
      }
    }
  },
})
