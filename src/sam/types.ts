/**
 * The resource types of SAM, written down from what the transform checks and reads (translator 1.110.0) and from the reference of
 * each property. Read at build, where what SAM hands to CloudFormation unchanged takes the shape of the property there.
 *
 * An object is closed where the transform refuses other keys; where it leaves them out without a word it is open.
 */

import type { ObjectShape, Shape, TypeSchema } from '../schema/format.ts'
import { table } from '../table.ts'

/** The published schema of a CloudFormation type; undefined when the data do not have it. */
type Published = (type: string) => TypeSchema | undefined

const text = (...values: string[]): Shape => ({ t: 's', enum: values })
const list = (of: Shape, limits: { min?: number; max?: number } = {}): Shape => ({ t: 'l', of, ...limits })
const map = (of: Shape): Shape => ({ t: 'm', of })
const either = (...of: Shape[]): Shape => ({ t: 'u', of })
const closed = (p: Record<string, Shape>, ...r: string[]): ObjectShape => ({ p, ...(r.length ? { r } : {}) })
const open = (p: Record<string, Shape>, ...r: string[]): ObjectShape => ({ ...closed(p, ...r), open: true })

/** Takes shapes of CloudFormation's properties over, with the objects that they refer to. */
class Borrower {
  readonly definitions: Record<string, ObjectShape> = {}

  constructor(private readonly published: Published) {}

  /** The shape of a property, its path joined by dots, through items of lists; anything where the data do not have it. */
  readonly of = (type: string, path: string): Shape => {
    const schema = this.published(type)
    if (!schema) return '*'
    let shape: Shape | undefined
    let object: ObjectShape | undefined = schema
    for (const step of path.split('.')) {
      shape = object?.p[step]
      const inner: Shape | undefined = typeof shape === 'object' && shape.t === 'l' ? shape.of : shape
      object = typeof inner === 'string' && inner.startsWith('#') ? schema.d?.[inner.slice(1)] : undefined
    }
    return shape === undefined ? '*' : this.#taken(shape, schema, type)
  }

  #taken(shape: Shape, schema: TypeSchema, type: string): Shape {
    if (typeof shape === 'string') {
      if (!shape.startsWith('#')) return shape
      const name = `${type.replaceAll('::', '')}${shape.slice(1)}`
      const object = schema.d?.[shape.slice(1)]
      if (object && !(name in this.definitions)) {
        this.definitions[name] = object // ends circles
        this.definitions[name] = {
          ...object,
          p: Object.fromEntries(Object.entries(object.p).map(([key, value]) => [key, this.#taken(value, schema, type)])),
        }
      }
      return `#${name}`
    }
    if (shape.t === 'c') return shape
    if (shape.t === 'l' || shape.t === 'm') return { ...shape, of: this.#taken(shape.of, schema, type) }
    return shape.t === 'u' ? { ...shape, of: shape.of.map((one) => this.#taken(one, schema, type)) } : shape
  }
}

/** What each type becomes: Ref and GetAtt give what they give there. */
const BECOMES = {
  'AWS::Serverless::Api': 'AWS::ApiGateway::RestApi',
  'AWS::Serverless::Application': 'AWS::CloudFormation::Stack',
  'AWS::Serverless::CapacityProvider': 'AWS::Lambda::CapacityProvider',
  'AWS::Serverless::Connector': undefined,
  'AWS::Serverless::Function': 'AWS::Lambda::Function',
  'AWS::Serverless::GraphQLApi': 'AWS::AppSync::GraphQLApi',
  'AWS::Serverless::HttpApi': 'AWS::ApiGatewayV2::Api',
  'AWS::Serverless::LayerVersion': 'AWS::Lambda::LayerVersion',
  'AWS::Serverless::SimpleTable': 'AWS::DynamoDB::Table',
  'AWS::Serverless::StateMachine': 'AWS::StepFunctions::StateMachine',
  'AWS::Serverless::WebSocketApi': 'AWS::ApiGatewayV2::Api',
} as const

type SamType = keyof typeof BECOMES

type Make = (borrow: Borrower['of']) => ObjectShape & { readonly d?: Record<string, ObjectShape> }

const LOCATION = open({ Bucket: 's', Key: 's', Version: 's' }, 'Bucket', 'Key')

const RESOURCE_POLICY = open({
  AwsAccountBlacklist: list('s'),
  AwsAccountWhitelist: list('s'),
  CustomStatements: '*',
  IntrinsicVpcBlacklist: list('s'),
  IntrinsicVpcWhitelist: list('s'),
  IntrinsicVpceBlacklist: list('s'),
  IntrinsicVpceWhitelist: list('s'),
  IpRangeBlacklist: list('s'),
  IpRangeWhitelist: list('s'),
  SourceVpcBlacklist: list('s'),
  SourceVpcWhitelist: list('s'),
})

/** What an event of each type holds; open, because a rule of its own speaks of unknown properties. */
type Events = Readonly<Record<string, readonly [properties: Record<string, Shape>, ...required: string[]]>>

/** The objects that events refer to, and the shape of Events. */
function withEvents(events: Events, own: Record<string, ObjectShape>): { events: Shape; d: Record<string, ObjectShape> } {
  const d: Record<string, ObjectShape> = { ...own }
  const of: Record<string, `#${string}`> = {}
  for (const [type, [properties, ...required]] of Object.entries(events)) {
    const name = `${type} event`
    of[type] = `#${type}Event`
    d[`${type}Event`] = { ...open({ Type: 's', Properties: `#${type}Properties` }, ...(required.length ? ['Properties'] : [])), name }
    d[`${type}Properties`] = { ...open(properties, ...required), name }
  }
  return { events: map({ t: 'c', by: 'Type', of }), d }
}

const DEAD_LETTER: ObjectShape = open({ Arn: 's', QueueLogicalId: 's', Type: text('SQS') })

const SCHEDULE_V2 = (borrow: Borrower['of']): Record<string, Shape> => ({
  DeadLetterConfig: '#DeadLetterConfig',
  Description: 's',
  EndDate: 's',
  FlexibleTimeWindow: borrow('AWS::Scheduler::Schedule', 'FlexibleTimeWindow'),
  GroupName: 's',
  Input: 's',
  KmsKeyArn: 's',
  Name: borrow('AWS::Scheduler::Schedule', 'Name'),
  OmitName: 'b',
  PermissionsBoundary: 's',
  RetryPolicy: borrow('AWS::Scheduler::Schedule', 'Target.RetryPolicy'),
  RoleArn: 's',
  ScheduleExpression: 's',
  ScheduleExpressionTimezone: 's',
  StartDate: 's',
  State: borrow('AWS::Scheduler::Schedule', 'State'),
})

const SCHEDULE = (borrow: Borrower['of']): Record<string, Shape> => ({
  DeadLetterConfig: '#DeadLetterConfig',
  Description: 's',
  Enabled: 'b',
  Input: 's',
  Name: borrow('AWS::Events::Rule', 'Name'),
  RetryPolicy: borrow('AWS::Events::Rule', 'Targets.RetryPolicy'),
  Schedule: 's',
  State: borrow('AWS::Events::Rule', 'State'),
})

const BUS_RULE = (borrow: Borrower['of']): Record<string, Shape> => ({
  DeadLetterConfig: '#DeadLetterConfig',
  EventBusName: 's',
  Input: 's',
  InputPath: 's',
  InputTransformer: borrow('AWS::Events::Rule', 'Targets.InputTransformer'),
  Pattern: map('*'),
  RetryPolicy: borrow('AWS::Events::Rule', 'Targets.RetryPolicy'),
  RuleName: 's',
  State: borrow('AWS::Events::Rule', 'State'),
  Target: '#EventTarget',
})

/** The triggers of user pools that take the ARN of a function, which is what SAM gives them. */
const TRIGGER = text(
  'CreateAuthChallenge',
  'CustomMessage',
  'DefineAuthChallenge',
  'PostAuthentication',
  'PostConfirmation',
  'PreAuthentication',
  'PreSignUp',
  'PreTokenGeneration',
  'UserMigration',
  'VerifyAuthChallengeResponse',
  // These take a map; what SAM makes of them is not for the schema to say.
  'CustomEmailSender',
  'CustomSMSSender',
  'PreTokenGenerationConfig',
)

const API_AUTH: Record<string, Shape> = table({
  ApiKeyRequired: 'b',
  AuthorizationScopes: list('s'),
  Authorizer: 's',
  InvokeRole: 's',
  OverrideApiAuth: 'b',
  ResourcePolicy: '#ResourcePolicy',
})

/** The transform takes every setting of an event source mapping for all sources that are polled. */
const POLLED = (borrow: Borrower['of']): Record<string, Shape> => {
  const mapping = (path: string): Shape => borrow('AWS::Lambda::EventSourceMapping', path)
  const same = [
    'BatchSize',
    'BisectBatchOnFunctionError',
    'Enabled',
    'FilterCriteria',
    'FunctionResponseTypes',
    'KmsKeyArn',
    'LoggingConfig',
    'MaximumBatchingWindowInSeconds',
    'MaximumRecordAgeInSeconds',
    'MaximumRetryAttempts',
    'MetricsConfig',
    'ParallelizationFactor',
    'ProvisionedPollerConfig',
    'Queues',
    'ScalingConfig',
    'SourceAccessConfigurations',
    'StartingPosition',
    'StartingPositionTimestamp',
    'Topics',
    'TumblingWindowInSeconds',
  ]
  return {
    ...Object.fromEntries(same.map((name) => [name, mapping(name)])),
    ConsumerGroupId: 's',
    DestinationConfig: '#OnFailure',
    KafkaBootstrapServers: list('s'),
    SchemaRegistryConfig: '#SchemaRegistry',
    SecretsManagerKmsKeyId: 's',
  }
}

const FUNCTION_EVENTS = (borrow: Borrower['of']) => {
  const polled = POLLED(borrow)
  return withEvents(
    {
      AlexaSkill: [{ SkillId: 's' }],
      Api: [
        {
          Auth: '#ApiAuth',
          Method: 's',
          Path: 's',
          RequestModel: '#RequestModel',
          RequestParameters: list('*'),
          ResponseTransferMode: text('BUFFERED', 'STREAM', 'RESPONSE_STREAM'),
          RestApiId: '*',
          Stage: 's',
          TimeoutInMillis: 'i',
        },
      ],
      CloudWatchEvent: [{ ...BUS_RULE(borrow), Enabled: 'b' }],
      CloudWatchLogs: [{ FilterPattern: 's', LogGroupName: 's' }, 'FilterPattern', 'LogGroupName'],
      Cognito: [{ Trigger: either(TRIGGER, list(TRIGGER)), UserPool: '*' }, 'Trigger', 'UserPool'],
      DocumentDB: [
        { ...polled, Cluster: 's', CollectionName: 's', DatabaseName: 's', FullDocument: text('Default', 'UpdateLookup') },
        'Cluster',
        'DatabaseName',
        'SourceAccessConfigurations',
      ],
      DynamoDB: [{ ...polled, Stream: 's' }, 'StartingPosition', 'Stream'],
      EventBridgeRule: [{ ...BUS_RULE(borrow), Enabled: 'b' }],
      HttpApi: [
        {
          ApiId: '*',
          Auth: '#HttpApiAuth',
          Method: 's',
          Path: 's',
          PayloadFormatVersion: 's',
          RouteSettings: map('*'),
          Stage: 's',
          TimeoutInMillis: 'i',
        },
      ],
      IoTRule: [{ AwsIotSqlVersion: 's', Sql: 's' }, 'Sql'],
      Kinesis: [{ ...polled, Stream: 's' }, 'StartingPosition', 'Stream'],
      MQ: [{ ...polled, Broker: 's', DynamicPolicyName: 'b' }, 'Broker', 'SourceAccessConfigurations'],
      MSK: [{ ...polled, Stream: 's' }, 'StartingPosition', 'Stream'],
      S3: [{ Bucket: '*', Events: either('s', list('s')), Filter: '#BucketFilter' }, 'Bucket', 'Events'],
      SNS: [
        {
          FilterPolicy: '*',
          FilterPolicyScope: borrow('AWS::SNS::Subscription', 'FilterPolicyScope'),
          RedrivePolicy: map('*'),
          Region: 's',
          SqsSubscription: either('b', '#SqsSubscription'),
          Topic: 's',
        },
        'Topic',
      ],
      SQS: [{ ...polled, Queue: 's' }, 'Queue'],
      Schedule: [{ ...SCHEDULE(borrow), RuleName: 's' }, 'Schedule'],
      ScheduleV2: [SCHEDULE_V2(borrow), 'ScheduleExpression'],
      SelfManagedKafka: [polled, 'KafkaBootstrapServers', 'SourceAccessConfigurations', 'Topics'],
    },
    {
      ApiAuth: open(API_AUTH),
      BucketFilter: open({ S3Key: '#BucketKeyFilter' }),
      BucketKeyFilter: open({ Rules: list('#BucketRule') }),
      BucketRule: open({ Name: 's', Value: 's' }),
      DeadLetterConfig: DEAD_LETTER,
      EventTarget: open({ Id: 's' }),
      FailureDestination: open({ Destination: 's', Type: text('SQS', 'SNS', 'S3', 'Kafka') }),
      HttpApiAuth: open({ AuthorizationScopes: list('s'), Authorizer: 's' }),
      OnFailure: open({ OnFailure: '#FailureDestination' }),
      RequestModel: open({ Model: 's', Required: 'b', ValidateBody: 'b', ValidateParameters: 'b' }),
      ResourcePolicy: RESOURCE_POLICY,
      SchemaAccess: open({ Type: 's', URI: 's' }, 'Type', 'URI'),
      SchemaRegistry: open(
        {
          AccessConfigs: list('#SchemaAccess'),
          EventRecordFormat: text('JSON', 'SOURCE'),
          SchemaRegistryURI: 's',
          SchemaValidationConfigs: list('*'),
        },
        'EventRecordFormat',
        'SchemaRegistryURI',
        'SchemaValidationConfigs',
      ),
      SqsSubscription: open(
        { BatchSize: 'i', Enabled: 'b', QueueArn: 's', QueuePolicyLogicalId: 's', QueueUrl: 's' },
        'QueueArn',
        'QueueUrl',
      ),
    },
  )
}

const STATE_MACHINE_EVENTS = (borrow: Borrower['of']) =>
  withEvents(
    {
      Api: [{ Auth: '#ApiAuth', Method: 's', Path: 's', RestApiId: '*', Stage: 's', UnescapeMappingTemplate: 'b' }],
      CloudWatchEvent: [BUS_RULE(borrow)],
      EventBridgeRule: [BUS_RULE(borrow)],
      Schedule: [{ ...SCHEDULE(borrow), RoleArn: 's', Target: '#EventTarget' }, 'Schedule'],
      ScheduleV2: [SCHEDULE_V2(borrow), 'ScheduleExpression'],
    },
    { ApiAuth: open(API_AUTH), DeadLetterConfig: DEAD_LETTER, EventTarget: open({ Id: 's' }), ResourcePolicy: RESOURCE_POLICY },
  )

const FUNCTION: Make = (borrow) => {
  const fn = (path: string): Shape => borrow('AWS::Lambda::Function', path)
  const events = FUNCTION_EVENTS(borrow)
  const destination = open({ Destination: 's', Type: text('SQS', 'SNS', 'Lambda', 'EventBridge', 'S3Bucket') }, 'Type')
  return {
    ...closed({
      Architectures: fn('Architectures'),
      AssumeRolePolicyDocument: map('*'),
      AutoPublishAlias: 's',
      AutoPublishAliasAllProperties: 'b',
      AutoPublishCodeSha256: 's',
      CapacityProviderConfig: '#CapacityProviderConfig',
      CodeSigningConfigArn: fn('CodeSigningConfigArn'),
      CodeUri: either('s', '#CodeUri'),
      DeadLetterQueue: '#DeadLetterQueue',
      DeploymentPreference: '#DeploymentPreference',
      Description: fn('Description'),
      DurableConfig: fn('DurableConfig'),
      Environment: fn('Environment'),
      EphemeralStorage: fn('EphemeralStorage'),
      EventInvokeConfig: '#EventInvokeConfig',
      Events: events.events,
      FileSystemConfigs: fn('FileSystemConfigs'),
      FunctionName: fn('FunctionName'),
      FunctionScalingConfig: fn('FunctionScalingConfig'),
      FunctionUrlConfig: '#FunctionUrlConfig',
      Handler: fn('Handler'),
      ImageConfig: fn('ImageConfig'),
      ImageUri: fn('Code.ImageUri'),
      InlineCode: fn('Code.ZipFile'),
      KmsKeyArn: fn('KmsKeyArn'),
      Layers: fn('Layers'),
      LoggingConfig: fn('LoggingConfig'),
      MemorySize: fn('MemorySize'),
      PackageType: text('Zip', 'Image'),
      PermissionsBoundary: 's',
      Policies: '*',
      PropagateTags: 'b',
      ProvisionedConcurrencyConfig: borrow('AWS::Lambda::Alias', 'ProvisionedConcurrencyConfig'),
      PublishToLatestPublished: fn('PublishToLatestPublished'),
      RecursiveLoop: fn('RecursiveLoop'),
      ReservedConcurrentExecutions: fn('ReservedConcurrentExecutions'),
      Role: 's',
      RolePath: borrow('AWS::IAM::Role', 'Path'),
      Runtime: fn('Runtime'),
      RuntimeManagementConfig: fn('RuntimeManagementConfig'),
      SnapStart: fn('SnapStart'),
      SourceKMSKeyArn: fn('Code.SourceKMSKeyArn'),
      Tags: map('s'),
      TenancyConfig: fn('TenancyConfig'),
      Timeout: fn('Timeout'),
      Tracing: text('Active', 'PassThrough', 'Disabled'),
      VersionDeletionPolicy: text('Delete', 'Retain'),
      VersionDescription: 's',
      VpcConfig: fn('VpcConfig'),
    }),
    d: {
      ...events.d,
      CapacityProviderConfig: closed(
        { Arn: 's', ExecutionEnvironmentMemoryGiBPerVCpu: 'n', PerExecutionEnvironmentMaxConcurrency: 'i' },
        'Arn',
      ),
      CodeUri: LOCATION,
      DeadLetterQueue: open({ TargetArn: 's', Type: text('SNS', 'SQS') }, 'TargetArn', 'Type'),
      DeploymentPreference: open({
        Alarms: list('s'),
        Enabled: 'b',
        Hooks: '*',
        PassthroughCondition: 'b',
        Role: 's',
        TriggerConfigurations: borrow('AWS::CodeDeploy::DeploymentGroup', 'TriggerConfigurations'),
        Type: 's',
      }),
      EventInvokeConfig: open({
        DestinationConfig: '#EventInvokeDestinationConfig',
        MaximumEventAgeInSeconds: borrow('AWS::Lambda::EventInvokeConfig', 'MaximumEventAgeInSeconds'),
        MaximumRetryAttempts: borrow('AWS::Lambda::EventInvokeConfig', 'MaximumRetryAttempts'),
      }),
      EventInvokeDestinationConfig: open({ OnFailure: '#Destination', OnSuccess: '#Destination' }),
      Destination: destination,
      FunctionUrlConfig: open(
        { AuthType: text('AWS_IAM', 'NONE'), Cors: '#FunctionUrlCors', InvokeMode: borrow('AWS::Lambda::Url', 'InvokeMode') },
        'AuthType',
      ),
      FunctionUrlCors: closed({
        AllowCredentials: 'b',
        AllowHeaders: list('s'),
        AllowMethods: list('s'),
        AllowOrigins: list('s'),
        ExposeHeaders: list('s'),
        MaxAge: 'i',
      }),
    },
  }
}

const STATE_MACHINE: Make = (borrow) => {
  const events = STATE_MACHINE_EVENTS(borrow)
  const machine = (path: string): Shape => borrow('AWS::StepFunctions::StateMachine', path)
  return {
    ...closed({
      AutoPublishAlias: 's',
      Definition: map('*'),
      DefinitionSubstitutions: map('*'),
      DefinitionUri: either('s', '#DefinitionUri'),
      DeploymentPreference: '#DeploymentPreference',
      Events: events.events,
      Logging: machine('LoggingConfiguration'),
      Name: machine('StateMachineName'),
      PermissionsBoundary: 's',
      Policies: '*',
      PropagateTags: 'b',
      Role: 's',
      RolePath: borrow('AWS::IAM::Role', 'Path'),
      Tags: map('s'),
      Tracing: machine('TracingConfiguration'),
      Type: machine('StateMachineType'),
      UseAliasAsEventTarget: 'b',
    }),
    d: {
      ...events.d,
      DefinitionUri: LOCATION,
      // Without the version, which SAM fills in.
      DeploymentPreference: closed({
        Alarms: list('s'),
        Interval: { t: 'i', min: 1, max: 2100 },
        Percentage: { t: 'i', min: 1, max: 99 },
        Type: text('LINEAR', 'ALL_AT_ONCE', 'CANARY'),
      }),
    },
  }
}

/** Where the identity of a caller stands, for all kinds of Lambda authorizers. */
const IDENTITY = open({
  Context: list('s'),
  Header: 's',
  Headers: list('s'),
  QueryStrings: list('s'),
  ReauthorizeEvery: 'i',
  StageVariables: list('s'),
  ValidationExpression: 's',
})

const MUTUAL_TLS = closed({ TruststoreUri: 's', TruststoreVersion: 's' })

const ROUTE53: Record<string, Shape> = table({
  DistributionDomainName: 's',
  EvaluateTargetHealth: 'b',
  HostedZoneId: 's',
  HostedZoneName: 's',
  IpV6: 'b',
  Region: 's',
  SetIdentifier: 's',
})

const API: Make = (borrow) => {
  const stage = (path: string): Shape => borrow('AWS::ApiGateway::Stage', path)
  const rest = (path: string): Shape => borrow('AWS::ApiGateway::RestApi', path)
  return {
    ...closed(
      {
        AccessLogSetting: stage('AccessLogSetting'),
        AlwaysDeploy: 'b',
        ApiKeySourceType: rest('ApiKeySourceType'),
        Auth: '#Auth',
        BinaryMediaTypes: rest('BinaryMediaTypes'),
        CacheClusterEnabled: stage('CacheClusterEnabled'),
        CacheClusterSize: stage('CacheClusterSize'),
        CanarySetting: stage('CanarySetting'),
        Cors: either('s', '#Cors'),
        DefinitionBody: map('*'),
        DefinitionUri: either('s', '#DefinitionUri'),
        Description: stage('Description'),
        DisableExecuteApiEndpoint: 'b',
        Domain: '#Domain',
        EndpointAccessMode: rest('EndpointAccessMode'),
        EndpointConfiguration: either('s', '#EndpointConfiguration'),
        FailOnWarnings: 'b',
        GatewayResponses: map('#GatewayResponse'),
        MergeDefinitions: 'b',
        MethodSettings: stage('MethodSettings'),
        MinimumCompressionSize: rest('MinimumCompressionSize'),
        Mode: rest('Mode'),
        Models: map('#Model'),
        Name: rest('Name'),
        OpenApiVersion: 's',
        Policy: '*',
        PropagateTags: 'b',
        SecurityPolicy: rest('SecurityPolicy'),
        StageName: { t: 's', min: 1 },
        Tags: map('s'),
        TracingEnabled: 'b',
        Variables: stage('Variables'),
      },
      'StageName',
    ),
    d: {
      Auth: closed({
        AddApiKeyRequiredToCorsPreflight: 'b',
        AddDefaultAuthorizerToCorsPreflight: 'b',
        ApiKeyRequired: 'b',
        Authorizers: map('#Authorizer'),
        DefaultAuthorizer: 's',
        InvokeRole: 's',
        ResourcePolicy: '#ResourcePolicy',
        UsagePlan: '#UsagePlan',
      }),
      Authorizer: open({
        AuthorizationScopes: list('s'),
        DisableFunctionDefaultPermissions: 'b',
        FunctionArn: 's',
        FunctionInvokeRole: 's',
        FunctionPayloadType: text('TOKEN', 'REQUEST'),
        Identity: '#Identity',
        UserPoolArn: either('s', list('s')),
      }),
      Cors: closed({ AllowCredentials: 'b', AllowHeaders: 's', AllowMethods: 's', AllowOrigin: 's', MaxAge: 's' }),
      DefinitionUri: LOCATION,
      Domain: open(
        {
          AccessAssociation: '#AccessAssociation',
          BasePath: list('s'),
          CertificateArn: 's',
          DomainName: 's',
          EndpointAccessMode: borrow('AWS::ApiGateway::DomainName', 'EndpointAccessMode'),
          EndpointConfiguration: text('EDGE', 'REGIONAL', 'PRIVATE'),
          IpAddressType: 's',
          MutualTlsAuthentication: '#MutualTls',
          NormalizeBasePath: 'b',
          OwnershipVerificationCertificateArn: 's',
          Policy: '*',
          Route53: '#Route53',
          SecurityPolicy: borrow('AWS::ApiGateway::DomainName', 'SecurityPolicy'),
        },
        'CertificateArn',
        'DomainName',
      ),
      AccessAssociation: open({ VpcEndpointId: 's' }, 'VpcEndpointId'),
      EndpointConfiguration: open({
        IpAddressType: 's',
        Type: text('EDGE', 'REGIONAL', 'PRIVATE'),
        VPCEndpointIds: list('s'),
        VpcEndpointIds: list('s'),
      }),
      GatewayResponse: closed({ ResponseParameters: '#ResponseParameters', ResponseTemplates: map('s'), StatusCode: 's' }),
      ResponseParameters: closed({ Headers: map('s'), Paths: map('s'), QueryStrings: map('s') }),
      Identity: IDENTITY,
      Model: open({ type: 's' }, 'type'),
      MutualTls: MUTUAL_TLS,
      ResourcePolicy: RESOURCE_POLICY,
      Route53: open({ ...ROUTE53, SeparateRecordSetGroup: 'b', VpcEndpointDomainName: 's', VpcEndpointHostedZoneId: 's' }),
      UsagePlan: closed(
        {
          CreateUsagePlan: text('PER_API', 'SHARED', 'NONE'),
          Description: 's',
          Quota: borrow('AWS::ApiGateway::UsagePlan', 'Quota'),
          Tags: borrow('AWS::ApiGateway::UsagePlan', 'Tags'),
          Throttle: borrow('AWS::ApiGateway::UsagePlan', 'Throttle'),
          UsagePlanName: 's',
        },
        'CreateUsagePlan',
      ),
    },
  }
}

/** What the two kinds of API Gateway V2 have in common. */
const V2_DOMAIN = (borrow: Borrower['of']): ObjectShape =>
  open(
    {
      BasePath: list('s'),
      CertificateArn: 's',
      DomainName: 's',
      EndpointConfiguration: text('REGIONAL'),
      MutualTlsAuthentication: '#MutualTls',
      OwnershipVerificationCertificateArn: 's',
      Route53: '#Route53',
      SecurityPolicy: borrow('AWS::ApiGatewayV2::DomainName', 'DomainNameConfigurations.SecurityPolicy'),
    },
    'CertificateArn',
    'DomainName',
  )

/** What REST APIs have and HTTP APIs lack; rule rest-only-property. */
const REST_ONLY = [
  'BinaryMediaTypes',
  'CacheClusterEnabled',
  'CacheClusterSize',
  'CanarySetting',
  'Cors',
  'EndpointConfiguration',
  'GatewayResponses',
  'MethodSettings',
  'MinimumCompressionSize',
  'Models',
  'TracingEnabled',
  'Variables',
]

const HTTP_API: Make = (borrow) => {
  const stage = (path: string): Shape => borrow('AWS::ApiGatewayV2::Stage', path)
  return {
    ...closed({
      AccessLogSettings: stage('AccessLogSettings'),
      Auth: '#Auth',
      CorsConfiguration: either('b', '#Cors'),
      DefaultRouteSettings: stage('DefaultRouteSettings'),
      DefinitionBody: map('*'),
      DefinitionUri: either('s', '#DefinitionUri'),
      Description: 's',
      DisableExecuteApiEndpoint: 'b',
      Domain: '#Domain',
      FailOnWarnings: 'b',
      Name: 's',
      PropagateTags: 'b',
      RouteSettings: map('*'),
      StageName: 's',
      StageVariables: map('s'),
      Tags: map('s'),
    }),
    left: REST_ONLY,
    d: {
      Auth: {
        ...closed({ Authorizers: map('#Authorizer'), DefaultAuthorizer: 's', EnableIamAuthorizer: 'b' }),
        left: ['ApiKeyRequired', 'ResourcePolicy', 'UsagePlan'],
      },
      Authorizer: open({
        AuthorizationScopes: list('s'),
        AuthorizerPayloadFormatVersion: 's',
        EnableFunctionDefaultPermissions: 'b',
        EnableSimpleResponses: 'b',
        FunctionArn: 's',
        FunctionInvokeRole: 's',
        Identity: '#Identity',
        IdentitySource: 's',
        JwtConfiguration: map('*'),
      }),
      Cors: closed({
        AllowCredentials: 'b',
        AllowHeaders: list('s'),
        AllowMethods: list('s'),
        AllowOrigins: list('s'),
        ExposeHeaders: list('s'),
        MaxAge: 'i',
      }),
      DefinitionUri: LOCATION,
      Domain: V2_DOMAIN(borrow),
      Identity: IDENTITY,
      MutualTls: MUTUAL_TLS,
      Route53: open(ROUTE53),
    },
  }
}

const WEB_SOCKET_API: Make = (borrow) => {
  const stage = (path: string): Shape => borrow('AWS::ApiGatewayV2::Stage', path)
  return {
    ...closed(
      {
        AccessLogSettings: stage('AccessLogSettings'),
        ApiKeySelectionExpression: 's',
        Auth: '#Auth',
        DefaultRouteSettings: stage('DefaultRouteSettings'),
        Description: 's',
        DisableExecuteApiEndpoint: 'b',
        DisableSchemaValidation: 'b',
        Domain: '#Domain',
        FailOnWarnings: 'b',
        IpAddressType: text('ipv4', 'dualstack'),
        Name: 's',
        PropagateTags: 'b',
        RouteSelectionExpression: 's',
        RouteSettings: map('*'),
        Routes: map('#Route'),
        StageName: 's',
        StageVariables: map('s'),
        Tags: map('s'),
      },
      'RouteSelectionExpression',
      'Routes',
    ),
    d: {
      Auth: open(
        { AuthArn: 's', AuthType: text('NONE', 'AWS_IAM', 'CUSTOM'), IdentitySource: list('s'), InvokeRole: 's', Name: 's' },
        'AuthType',
      ),
      Domain: V2_DOMAIN(borrow),
      MutualTls: MUTUAL_TLS,
      Route: open(
        {
          ApiKeyRequired: 'b',
          FunctionArn: 's',
          IntegrationTimeout: 'i',
          ModelSelectionExpression: 's',
          OperationName: 's',
          RequestModels: '*',
          RequestParameters: '*',
          RouteResponseSelectionExpression: 's',
        },
        'FunctionArn',
      ),
      Route53: open(ROUTE53),
    },
  }
}

/** What DynamoDB tables have and simple tables lack; rule table-only-property. */
const TABLE_ONLY = [
  'AttributeDefinitions',
  'BillingMode',
  'GlobalSecondaryIndexes',
  'KeySchema',
  'LocalSecondaryIndexes',
  'StreamSpecification',
  'TimeToLiveSpecification',
]

const SIMPLE_TABLE: Make = (borrow) => {
  const table = (path: string): Shape => borrow('AWS::DynamoDB::Table', path)
  return {
    ...closed({
      PointInTimeRecoverySpecification: table('PointInTimeRecoverySpecification'),
      PrimaryKey: '#PrimaryKey',
      ProvisionedThroughput: table('ProvisionedThroughput'),
      SSESpecification: table('SSESpecification'),
      TableName: table('TableName'),
      Tags: map('s'),
    }),
    left: TABLE_ONLY,
    // The rule about keys says what is wrong with one.
    d: { PrimaryKey: open({ Name: 's', Type: 's' }) },
  }
}

const LAYER_VERSION: Make = (borrow) => {
  const layer = (path: string): Shape => borrow('AWS::Lambda::LayerVersion', path)
  return {
    ...closed(
      {
        CompatibleArchitectures: list(text('x86_64', 'arm64')),
        CompatibleRuntimes: layer('CompatibleRuntimes'),
        ContentUri: either('s', '#ContentUri'),
        Description: layer('Description'),
        LayerName: layer('LayerName'),
        LicenseInfo: layer('LicenseInfo'),
        PublishLambdaVersion: 'b',
        RetentionPolicy: 's',
      },
      'ContentUri',
    ),
    d: { ContentUri: LOCATION },
  }
}

const APPLICATION: Make = (borrow) => {
  const stack = (path: string): Shape => borrow('AWS::CloudFormation::Stack', path)
  return {
    ...closed(
      {
        // The rule about locations says what is wrong with a map.
        Location: either('s', map('*')),
        NotificationARNs: stack('NotificationARNs'),
        Parameters: map('*'),
        Tags: map('s'),
        TemplateUrl: 's',
        TimeoutInMinutes: stack('TimeoutInMinutes'),
      },
      'Location',
    ),
  }
}

const CONNECTOR: Make = () => ({
  ...closed(
    { Destination: either('#Reference', list('#Reference')), Permissions: list(text('Read', 'Write')), Source: '#Reference' },
    'Destination',
    'Permissions',
    'Source',
  ),
  d: { Reference: open({ Arn: 's', Id: 's', Name: 's', Qualifier: 's', QueueUrl: 's', ResourceId: 's', RoleName: 's', Type: 's' }) },
})

const GRAPHQL_API: Make = (borrow) => {
  const api = (path: string): Shape => borrow('AWS::AppSync::GraphQLApi', path)
  const authorizer: Record<string, Shape> = {
    LambdaAuthorizer: '#LambdaAuthorizer',
    OpenIDConnect: '#OpenIdConnect',
    Type: text('AWS_IAM', 'API_KEY', 'AWS_LAMBDA', 'OPENID_CONNECT', 'AMAZON_COGNITO_USER_POOLS'),
    UserPool: '#UserPool',
  }
  const code: Record<string, Shape> = { CodeUri: 's', InlineCode: 's', MaxBatchSize: 'i', Runtime: '#Runtime', Sync: '#Sync' }
  return {
    ...closed(
      {
        ApiKeys: map('#ApiKey'),
        Auth: '#Auth',
        Cache: '#Cache',
        DataSources: '#DataSources',
        DomainName: '#DomainName',
        Functions: map('#Function'),
        IntrospectionConfig: api('IntrospectionConfig'),
        Logging: either('b', '#Logging'),
        Name: 's',
        OwnerContact: api('OwnerContact'),
        QueryDepthLimit: api('QueryDepthLimit'),
        ResolverCountLimit: api('ResolverCountLimit'),
        Resolvers: map(map('#Resolver')),
        SchemaInline: 's',
        SchemaUri: 's',
        Tags: map('s'),
        Visibility: api('Visibility'),
        XrayEnabled: 'b',
      },
      'Auth',
    ),
    d: {
      ApiKey: closed({ ApiKeyId: 's', Description: 's', ExpiresOn: 'n' }),
      Auth: closed({ Additional: list('#Authorizer'), ...authorizer }, 'Type'),
      Authorizer: closed(authorizer, 'Type'),
      Cache: closed(
        { ApiCachingBehavior: 's', AtRestEncryptionEnabled: 'b', TransitEncryptionEnabled: 'b', Ttl: 'n', Type: 's' },
        'ApiCachingBehavior',
        'Ttl',
        'Type',
      ),
      Caching: closed({ CachingKeys: list('s'), Ttl: 'n' }, 'Ttl'),
      DataSources: closed({ DynamoDb: map('#DynamoDb'), Lambda: map('#Lambda') }),
      DeltaSync: closed(
        { BaseTableTTL: 's', DeltaSyncTableName: 's', DeltaSyncTableTTL: 's' },
        'BaseTableTTL',
        'DeltaSyncTableName',
        'DeltaSyncTableTTL',
      ),
      DomainName: closed({ CertificateArn: 's', Description: 's', DomainName: 's' }, 'CertificateArn', 'DomainName'),
      DynamoDb: closed(
        {
          DeltaSync: '#DeltaSync',
          Description: 's',
          Name: 's',
          Permissions: list(text('Read', 'Write')),
          Region: 's',
          ServiceRoleArn: 's',
          TableArn: 's',
          TableName: 's',
          UseCallerCredentials: 'b',
          Versioned: 'b',
        },
        'TableName',
      ),
      Function: closed({ ...code, DataSource: 's', Description: 's', Id: 's', Name: 's' }),
      Lambda: closed({ Description: 's', FunctionArn: 's', Name: 's', ServiceRoleArn: 's' }, 'FunctionArn'),
      LambdaAuthorizer: closed(
        { AuthorizerResultTtlInSeconds: 'n', AuthorizerUri: 's', IdentityValidationExpression: 's' },
        'AuthorizerUri',
      ),
      LambdaConflictHandler: closed({ LambdaConflictHandlerArn: 's' }, 'LambdaConflictHandlerArn'),
      Logging: closed({ CloudWatchLogsRoleArn: 's', ExcludeVerboseContent: 'b', FieldLogLevel: 's' }),
      OpenIdConnect: closed({ AuthTTL: 'n', ClientId: 's', IatTTL: 'n', Issuer: 's' }),
      Resolver: closed({ ...code, Caching: '#Caching', FieldName: 's', Pipeline: list('s') }),
      Runtime: closed({ Name: 's', Version: 's' }, 'Name', 'Version'),
      Sync: closed(
        { ConflictDetection: 's', ConflictHandler: 's', LambdaConflictHandlerConfig: '#LambdaConflictHandler' },
        'ConflictDetection',
      ),
      UserPool: closed({ AppIdClientRegex: 's', AwsRegion: 's', DefaultAction: 's', UserPoolId: 's' }, 'UserPoolId'),
    },
  }
}

const CAPACITY_PROVIDER: Make = (borrow) => ({
  ...closed(
    {
      CapacityProviderName: borrow('AWS::Lambda::CapacityProvider', 'CapacityProviderName'),
      InstanceRequirements: '#InstanceRequirements',
      KmsKeyArn: borrow('AWS::Lambda::CapacityProvider', 'KmsKeyArn'),
      OperatorRole: 's',
      PropagateTags: 'b',
      ScalingConfig: '#ScalingConfig',
      Tags: map('s'),
      VpcConfig: '#VpcConfig',
    },
    'VpcConfig',
  ),
  d: {
    InstanceRequirements: closed({ AllowedTypes: list('s'), Architectures: list('s'), ExcludedTypes: list('s') }),
    ScalingConfig: closed({ AverageCPUUtilization: 'n', MaxVCpuCount: 'i' }),
    VpcConfig: closed({ SecurityGroupIds: list('s'), SubnetIds: list('s') }, 'SubnetIds'),
  },
})

const MAKE: Readonly<Record<SamType, Make>> = {
  'AWS::Serverless::Api': API,
  'AWS::Serverless::Application': APPLICATION,
  'AWS::Serverless::CapacityProvider': CAPACITY_PROVIDER,
  'AWS::Serverless::Connector': CONNECTOR,
  'AWS::Serverless::Function': FUNCTION,
  'AWS::Serverless::GraphQLApi': GRAPHQL_API,
  'AWS::Serverless::HttpApi': HTTP_API,
  'AWS::Serverless::LayerVersion': LAYER_VERSION,
  'AWS::Serverless::SimpleTable': SIMPLE_TABLE,
  'AWS::Serverless::StateMachine': STATE_MACHINE,
  'AWS::Serverless::WebSocketApi': WEB_SOCKET_API,
}

/**
 * The schemas of SAM's types.
 * @param published the schemas of CloudFormation's types, whose properties they borrow
 */
export function samTypes(published: Published): Record<string, TypeSchema> {
  return Object.fromEntries(
    (Object.keys(MAKE) as SamType[]).map((type) => {
      const borrower = new Borrower(published)
      const { d, ...shape } = MAKE[type](borrower.of)
      const becomes = BECOMES[type]
      const result = becomes ? published(becomes) : undefined
      const definitions = { ...d, ...borrower.definitions }
      return [
        type,
        {
          ...shape,
          ...(Object.keys(definitions).length ? { d: definitions } : {}),
          a: result?.a ?? {},
          ...(result?.ref ? { ref: result.ref } : {}),
        } satisfies TypeSchema,
      ]
    }),
  )
}
