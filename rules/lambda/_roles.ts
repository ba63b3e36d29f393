import { both, canHold, executionRolesOf, type Resource, type Role, table, type When } from '#rule'

const LOGS = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents']
const NETWORK = ['ec2:CreateNetworkInterface', 'ec2:DescribeNetworkInterfaces', 'ec2:DeleteNetworkInterface', 'ec2:DescribeSubnets']
const TRACES = ['xray:PutTraceSegments', 'xray:PutTelemetryRecords']

/**
 * What AWS's own policies for functions allow; any other managed policy may allow anything.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/permissions-managed-policies.html.
 */
const MANAGED: Readonly<Record<string, readonly string[]>> = table({
  AWSLambdaBasicExecutionRole: LOGS,
  AWSLambdaDynamoDBExecutionRole: [
    ...LOGS,
    'dynamodb:DescribeStream',
    'dynamodb:GetRecords',
    'dynamodb:GetShardIterator',
    'dynamodb:ListStreams',
  ],
  AWSLambdaENIManagementAccess: NETWORK,
  AWSLambdaKinesisExecutionRole: [
    ...LOGS,
    'kinesis:DescribeStream',
    'kinesis:DescribeStreamSummary',
    'kinesis:GetRecords',
    'kinesis:GetShardIterator',
    'kinesis:ListShards',
    'kinesis:ListStreams',
    'kinesis:SubscribeToShard',
  ],
  AWSLambdaSQSQueueExecutionRole: [...LOGS, 'sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
  AWSLambdaVPCAccessExecutionRole: [...LOGS, ...NETWORK],
  AWSXRayDaemonWriteAccess: TRACES,
  AWSXrayWriteOnlyAccess: TRACES,
})

/**
 * The roles of the template that a function is given, where they certainly lack one of the actions. A role that SAM makes has
 * what the function needs.
 */
export function* rolesLacking(
  fn: Resource,
  when: When,
  actions: readonly string[],
): Generator<{ role: Role; when: When; missing: string[] }> {
  for (const use of executionRolesOf(fn)) {
    const joint = both(when, use.when)
    if (use.role.resource === fn || !canHold(joint) || !use.role.isComplete) continue
    const managed = use.role.managedPolicies.map(({ text }) => MANAGED[text.replace(/^.*\//, '')])
    if (managed.includes(undefined)) continue
    const missing = actions.filter((action) => !managed.some((allowed) => allowed?.includes(action)) && !use.role.mayAllow(action))
    if (missing.length) yield { role: use.role, when: joint, missing }
  }
}
