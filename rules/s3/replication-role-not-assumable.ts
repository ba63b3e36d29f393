import { arnOf, defineRule, isPlaceholder, rolesAt, shorten, string } from '#rule'

export default defineRule({
  id: 's3/replication-role-not-assumable',
  title: 'The replication role must be an ARN that S3 may assume',
  severity: 'error',
  on: ['AWS::S3::Bucket'],
  why: 'S3 cannot take the role: the stack fails, or nothing is replicated.',
  fix: 'Give the ARN of a role whose trust policy allows sts:AssumeRole to s3.amazonaws.com.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html',
      fact: 'S3 takes a role that trusts s3.amazonaws.com to replicate objects.',
    },
  ],
  notes: ['001:570', '001:571', '001:572', '001:575', '003:117'],
  messages: {
    trust: 'The role {role} does not trust s3.amazonaws.com, so S3 cannot replicate with it; allow it sts:AssumeRole.',
    notArn: '"{value}" is no ARN of a role; use !GetAtt with Arn.',
  },
  check(bucket, { report }) {
    for (const { role, node, when, attribute } of rolesAt(bucket, 'ReplicationConfiguration.Role')) {
      if (attribute === 'Arn' && !role.mayBeTakenBy('s3.amazonaws.com')) report({ node, when }, 'trust', { role: role.resource.id })
    }
    for (const { value, node, when } of bucket.known('ReplicationConfiguration.Role', string))
      if (!isPlaceholder(value) && arnOf(value)?.service !== 'iam') report({ node, when }, 'notArn', { value: shorten(value) })
  },
})
