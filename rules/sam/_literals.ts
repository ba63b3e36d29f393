import { callOf, childOf, eventsOf, type Node, type Resource, table, tables } from '#rule'

/** What the transform wants of a literal; it does not turn one kind into another as CloudFormation does. */
export type Kind = 'text' | 'boolean' | 'number'

const TEXT = (...names: string[]): Record<string, Kind> => Object.fromEntries(names.map((name) => [name, 'text']))
const FLAG = (...names: string[]): Record<string, Kind> => Object.fromEntries(names.map((name) => [name, 'boolean']))
const NUMBER = (...names: string[]): Record<string, Kind> => Object.fromEntries(names.map((name) => [name, 'number']))

const OF_TYPES: Readonly<Record<string, Readonly<Record<string, Kind>>>> = tables({
  'AWS::Serverless::Api': {
    ...FLAG('AlwaysDeploy', 'CacheClusterEnabled', 'DisableExecuteApiEndpoint', 'FailOnWarnings', 'MergeDefinitions', 'PropagateTags'),
    ...FLAG('TracingEnabled', 'Auth.Authorizers.*.DisableFunctionDefaultPermissions', 'Domain.Route53.SeparateRecordSetGroup'),
    ...TEXT('ApiKeySourceType', 'CacheClusterSize', 'Cors', 'Description', 'EndpointAccessMode', 'Mode', 'SecurityPolicy'),
    ...NUMBER('MinimumCompressionSize'),
  },
  'AWS::Serverless::Application': { ...TEXT('TemplateUrl'), ...NUMBER('TimeoutInMinutes') },
  'AWS::Serverless::CapacityProvider': FLAG('PropagateTags'),
  'AWS::Serverless::Function': {
    ...FLAG('AutoPublishAliasAllProperties', 'FunctionUrlConfig.Cors.AllowCredentials', 'PropagateTags'),
    ...NUMBER('FunctionUrlConfig.Cors.MaxAge'),
    ...TEXT('AutoPublishAlias', 'AutoPublishCodeSha256', 'PermissionsBoundary', 'Role'),
  },
  'AWS::Serverless::HttpApi': {
    ...FLAG('Auth.Authorizers.*.EnableFunctionDefaultPermissions', 'CorsConfiguration', 'DisableExecuteApiEndpoint', 'FailOnWarnings'),
    ...FLAG('PropagateTags'),
    ...TEXT('Description'),
  },
  'AWS::Serverless::LayerVersion': { ...FLAG('PublishLambdaVersion'), ...TEXT('Description', 'LicenseInfo', 'RetentionPolicy') },
  'AWS::Serverless::StateMachine': {
    ...FLAG('PropagateTags', 'UseAliasAsEventTarget'),
    ...TEXT('Name', 'PermissionsBoundary', 'Role', 'Type'),
  },
  'AWS::Serverless::WebSocketApi': {
    ...FLAG('DisableExecuteApiEndpoint', 'DisableSchemaValidation', 'FailOnWarnings', 'PropagateTags'),
    ...TEXT('ApiKeySelectionExpression', 'Description', 'IpAddressType', 'Name', 'RouteSelectionExpression'),
  },
})

/** The same for events; a property of one name has one kind in all of them. */
const OF_EVENTS: Readonly<Record<string, Kind>> = table({
  ...FLAG('BisectBatchOnFunctionError', 'DynamicPolicyName', 'Enabled', 'OmitName', 'UnescapeMappingTemplate'),
  ...FLAG('RequestModel.ValidateBody', 'RequestModel.ValidateParameters'),
  ...NUMBER('BatchSize', 'MaximumBatchingWindowInSeconds', 'MaximumRecordAgeInSeconds', 'MaximumRetryAttempts'),
  ...NUMBER('ParallelizationFactor', 'TimeoutInMillis', 'TumblingWindowInSeconds'),
  ...TEXT('AwsIotSqlVersion', 'ConsumerGroupId', 'Description', 'EndDate', 'EventBusName', 'FilterPattern', 'GroupName', 'Input'),
  ...TEXT('InputPath', 'KmsKeyArn', 'LogGroupName', 'Method', 'Name', 'Path', 'PayloadFormatVersion', 'PermissionsBoundary', 'Region'),
  ...TEXT('ResponseTransferMode', 'RoleArn', 'RuleName', 'Schedule', 'ScheduleExpression', 'ScheduleExpressionTimezone'),
  ...TEXT('SecretsManagerKmsKeyId', 'SkillId', 'Sql', 'Stage', 'StartDate', 'State', 'Topic'),
})

/** Properties that the transform must know itself: a literal, or what `more` names. */
type Resolvable = Readonly<Record<string, 'parameter' | 'mapping' | 'nothing'>>

/** What a Lambda authorizer looks at. */
const IDENTITY: Resolvable = Object.fromEntries(
  ['Context', 'Headers', 'QueryStrings', 'StageVariables'].map((name) => [`Auth.Authorizers.*.Identity.${name}.*`, 'nothing' as const]),
)

const RESOLVED: Readonly<Record<string, Resolvable>> = table({
  'AWS::Serverless::Api': {
    ...IDENTITY,
    AlwaysDeploy: 'nothing',
    'Auth.DefaultAuthorizer': 'parameter',
    'Auth.ResourcePolicy.SourceVpcBlacklist.*': 'parameter',
    'Auth.ResourcePolicy.SourceVpcWhitelist.*': 'parameter',
    'Auth.UsagePlan.CreateUsagePlan': 'parameter',
    MergeDefinitions: 'nothing',
  },
  'AWS::Serverless::CapacityProvider': { PropagateTags: 'nothing' },
  'AWS::Serverless::Function': {
    AutoPublishAlias: 'parameter',
    AutoPublishAliasAllProperties: 'nothing',
    AutoPublishCodeSha256: 'parameter',
    'DeadLetterQueue.Type': 'parameter',
    'DeploymentPreference.PassthroughCondition': 'mapping',
    'EventInvokeConfig.DestinationConfig.OnFailure.Type': 'parameter',
    'EventInvokeConfig.DestinationConfig.OnSuccess.Type': 'parameter',
  },
  'AWS::Serverless::Connector': { 'Permissions.*': 'nothing' },
  'AWS::Serverless::GraphQLApi': { 'Auth.Type': 'nothing', Logging: 'nothing', SchemaInline: 'parameter', SchemaUri: 'parameter' },
  'AWS::Serverless::HttpApi': { ...IDENTITY, 'Auth.DefaultAuthorizer': 'parameter' },
  'AWS::Serverless::StateMachine': { UseAliasAsEventTarget: 'nothing' },
})

const RESOLVED_IN_EVENTS: Resolvable = {
  'Auth.Authorizer': 'parameter',
  'Auth.ResourcePolicy.SourceVpcBlacklist.*': 'nothing',
  'Auth.ResourcePolicy.SourceVpcWhitelist.*': 'nothing',
  'DeadLetterConfig.QueueLogicalId': 'parameter',
  'DeadLetterConfig.Type': 'parameter',
  DynamicPolicyName: 'nothing',
  // Those of S3 events; no others have them.
  Events: 'nothing',
  'Events.*': 'nothing',
  Method: 'parameter',
  OmitName: 'nothing',
  Path: 'parameter',
  'RequestModel.Model': 'parameter',
  'RequestModel.ValidateBody': 'nothing',
  'RequestModel.ValidateParameters': 'nothing',
  Trigger: 'nothing',
  'Trigger.*': 'nothing',
  UnescapeMappingTemplate: 'nothing',
}

function* entriesOf<V>(
  table: Readonly<Record<string, V>> | undefined,
  properties: Node,
): Generator<{ name: string; node: Node; wanted: V }> {
  for (const [path, wanted] of Object.entries(table ?? {})) {
    const steps = path.split('.')
    const name = steps.filter((step) => step !== '*').pop() ?? path
    for (const node of written(properties, steps)) yield { name, node, wanted }
  }
}

/** What is written at a path, `*` for every item or value; functions are not looked into. */
function written(node: Node | undefined, [step, ...rest]: readonly string[]): Node[] {
  if (!node || step === undefined) return node ? [node] : []
  if (callOf(node)) return []
  if (step !== '*') return written(childOf(node, step), rest)
  const children = node.kind === 'sequence' ? node.items : node.kind === 'mapping' ? node.entries.map(({ value }) => value) : []
  return children.flatMap((child) => written(child, rest))
}

/** What is written for the properties whose kind the transform checks, those of events included. */
export function* strictProperties(resource: Resource) {
  yield* entriesOf(OF_TYPES[resource.type], resource.node)
  for (const { properties } of eventsOf(resource)) yield* entriesOf(OF_EVENTS, properties.node)
}

/** What is written for the properties that the transform must know itself. */
export function* resolvedProperties(resource: Resource) {
  yield* entriesOf(RESOLVED[resource.type], resource.node)
  for (const { properties, type } of eventsOf(resource)) {
    yield* entriesOf(RESOLVED_IN_EVENTS, properties.node)
    // Schedule events of state machines take no function here, unlike any other event.
    if (resource.type === 'AWS::Serverless::StateMachine' && type?.text === 'Schedule')
      yield* entriesOf<'nothing'>({ RoleArn: 'nothing' }, properties.node)
  }
}
