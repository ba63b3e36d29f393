/** Where the published schemas are wrong or say less than AWS does. Every entry names where the truth is written. */
import type { ObjectShape, Shape, TypeSchema } from '../schema/format.ts'

export interface Correction {
  readonly type: string
  /** Property names from the resource down, joined by dots, `*` for the items of a list or the values of a map; empty for the type itself. */
  readonly path: string
  readonly change: Change
  readonly source: `https://${string}`
  readonly why: string
}

type Change =
  /** The shape of a property, added if it is not there. */
  | { readonly shape: Shape }
  /** Keywords that are added to the shape, or with undefined taken from it. */
  | { readonly keywords: Readonly<Record<string, unknown>> }
  | { readonly required: boolean }
  /** Other properties are allowed as well. */
  | { readonly open: true }
  | { readonly type: TypeSchema }
  /** Attributes that are missing; `properties` for all that can be set. */
  | { readonly attributes: readonly string[] | 'properties' }

/** Values that the API documentation lists and the published schemas leave out; `.*` at the end for the items of a list. */
const VALUES: readonly (readonly [type: string, source: `https://${string}`, values: Readonly<Record<string, string>>])[] = [
  [
    'AWS::CodeBuild::Project',
    'https://docs.aws.amazon.com/codebuild/latest/APIReference/API_CreateProject.html',
    {
      'Artifacts.NamespaceType': 'NONE BUILD_ID',
      'Artifacts.Packaging': 'NONE ZIP',
      'Artifacts.Type': 'CODEPIPELINE S3 NO_ARTIFACTS',
      'Cache.Modes.*': 'LOCAL_DOCKER_LAYER_CACHE LOCAL_SOURCE_CACHE LOCAL_CUSTOM_CACHE',
      'Cache.Type': 'NO_CACHE S3 LOCAL',
      'Environment.ComputeType':
        'BUILD_GENERAL1_SMALL BUILD_GENERAL1_MEDIUM BUILD_GENERAL1_LARGE BUILD_GENERAL1_XLARGE BUILD_GENERAL1_2XLARGE BUILD_LAMBDA_1GB BUILD_LAMBDA_2GB BUILD_LAMBDA_4GB BUILD_LAMBDA_8GB BUILD_LAMBDA_10GB ATTRIBUTE_BASED_COMPUTE CUSTOM_INSTANCE_TYPE',
      'Environment.EnvironmentVariables.*.Type': 'PLAINTEXT PARAMETER_STORE SECRETS_MANAGER',
      'Environment.ImagePullCredentialsType': 'CODEBUILD SERVICE_ROLE',
      'Environment.Type':
        'WINDOWS_CONTAINER LINUX_CONTAINER LINUX_GPU_CONTAINER ARM_CONTAINER WINDOWS_SERVER_2019_CONTAINER WINDOWS_SERVER_2022_CONTAINER LINUX_LAMBDA_CONTAINER ARM_LAMBDA_CONTAINER LINUX_EC2 ARM_EC2 WINDOWS_EC2 MAC_ARM',
      'LogsConfig.CloudWatchLogs.Status': 'ENABLED DISABLED',
      'LogsConfig.S3Logs.Status': 'ENABLED DISABLED',
      'Source.Type': 'CODECOMMIT CODEPIPELINE GITHUB GITLAB GITLAB_SELF_MANAGED S3 BITBUCKET GITHUB_ENTERPRISE NO_SOURCE',
    },
  ],
  [
    'AWS::CodeDeploy::Application',
    'https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateApplication.html',
    { ComputePlatform: 'Server Lambda ECS' },
  ],
  [
    'AWS::CodeDeploy::DeploymentConfig',
    'https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeploymentConfig.html',
    {
      ComputePlatform: 'Server Lambda ECS',
      'MinimumHealthyHosts.Type': 'HOST_COUNT FLEET_PERCENT',
      'TrafficRoutingConfig.Type': 'TimeBasedCanary TimeBasedLinear AllAtOnce',
    },
  ],
  [
    'AWS::CodeDeploy::DeploymentGroup',
    'https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeploymentGroup.html',
    {
      'AutoRollbackConfiguration.Events.*': 'DEPLOYMENT_FAILURE DEPLOYMENT_STOP_ON_ALARM DEPLOYMENT_STOP_ON_REQUEST',
      'BlueGreenDeploymentConfiguration.DeploymentReadyOption.ActionOnTimeout': 'CONTINUE_DEPLOYMENT STOP_DEPLOYMENT',
      'BlueGreenDeploymentConfiguration.GreenFleetProvisioningOption.Action': 'DISCOVER_EXISTING COPY_AUTO_SCALING_GROUP',
      'BlueGreenDeploymentConfiguration.TerminateBlueInstancesOnDeploymentSuccess.Action': 'TERMINATE KEEP_ALIVE',
      'Deployment.Revision.RevisionType': 'S3 GitHub String AppSpecContent',
      'Deployment.Revision.S3Location.BundleType': 'tar tgz zip YAML JSON',
      'DeploymentStyle.DeploymentOption': 'WITH_TRAFFIC_CONTROL WITHOUT_TRAFFIC_CONTROL',
      'DeploymentStyle.DeploymentType': 'IN_PLACE BLUE_GREEN',
      'Ec2TagFilters.*.Type': 'KEY_ONLY VALUE_ONLY KEY_AND_VALUE',
      'OnPremisesInstanceTagFilters.*.Type': 'KEY_ONLY VALUE_ONLY KEY_AND_VALUE',
      OutdatedInstancesStrategy: 'UPDATE IGNORE',
      'TriggerConfigurations.*.TriggerEvents.*':
        'DeploymentStart DeploymentSuccess DeploymentFailure DeploymentStop DeploymentRollback DeploymentReady InstanceStart InstanceSuccess InstanceFailure InstanceReady',
    },
  ],
  [
    'AWS::CodePipeline::Pipeline',
    'https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_ActionTypeId.html',
    { 'Stages.*.Actions.*.ActionTypeId.Owner': 'AWS ThirdParty Custom', 'ArtifactStore.EncryptionKey.Type': 'KMS' },
  ],
  [
    'AWS::AppSync::DataSource',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-appsync-datasource.html',
    {
      Type: 'AWS_LAMBDA AMAZON_DYNAMODB AMAZON_ELASTICSEARCH AMAZON_EVENTBRIDGE AMAZON_OPENSEARCH_SERVICE AMAZON_BEDROCK_RUNTIME NONE HTTP RELATIONAL_DATABASE',
    },
  ],
  [
    'AWS::AppSync::GraphQLApi',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-appsync-graphqlapi-additionalauthenticationprovider.html',
    {
      AuthenticationType: 'API_KEY AWS_IAM OPENID_CONNECT AMAZON_COGNITO_USER_POOLS AWS_LAMBDA',
      'AdditionalAuthenticationProviders.*.AuthenticationType': 'API_KEY AWS_IAM OPENID_CONNECT AMAZON_COGNITO_USER_POOLS AWS_LAMBDA',
    },
  ],
  [
    'AWS::ApplicationAutoScaling::ScalingPolicy',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-applicationautoscaling-scalingpolicy.html',
    {
      PolicyType: 'TargetTrackingScaling StepScaling PredictiveScaling',
    },
  ],
  [
    'AWS::AutoScaling::ScalingPolicy',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-scalingpolicy.html',
    {
      PolicyType: 'TargetTrackingScaling StepScaling SimpleScaling PredictiveScaling',
      AdjustmentType: 'ChangeInCapacity ExactCapacity PercentChangeInCapacity',
    },
  ],
  [
    'AWS::CloudFront::Distribution',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-distribution-viewercertificate.html',
    {
      'DistributionConfig.ViewerCertificate.SslSupportMethod': 'sni-only vip static-ip',
    },
  ],
  [
    'AWS::CloudWatch::Alarm',
    'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_cloudwatch.ComparisonOperator.html',
    {
      ComparisonOperator:
        'GreaterThanOrEqualToThreshold GreaterThanThreshold LessThanThreshold LessThanOrEqualToThreshold LessThanLowerOrGreaterThanUpperThreshold LessThanLowerThreshold GreaterThanUpperThreshold',
    },
  ],
  [
    'AWS::EC2::VPC',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpc.html',
    {
      InstanceTenancy: 'default dedicated host',
    },
  ],
  [
    'AWS::ECS::TaskDefinition',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-taskdefinition.html',
    {
      NetworkMode: 'none bridge awsvpc host',
      'RequiresCompatibilities.*': 'MANAGED_INSTANCES EC2 FARGATE EXTERNAL',
      'ContainerDefinitions.*.DependsOn.*.Condition': 'START COMPLETE SUCCESS HEALTHY',
      'ContainerDefinitions.*.PortMappings.*.Protocol': 'tcp udp',
    },
  ],
  [
    'AWS::EFS::FileSystem',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-efs-filesystem.html',
    {
      PerformanceMode: 'generalPurpose maxIO',
    },
  ],
  [
    'AWS::ElasticLoadBalancingV2::Listener',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-listener.html',
    {
      Protocol: 'HTTP HTTPS TCP TLS UDP TCP_UDP QUIC TCP_QUIC GENEVE',
    },
  ],
  [
    'AWS::ElasticLoadBalancingV2::TargetGroup',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-targetgroup.html',
    {
      Protocol: 'HTTP HTTPS TCP TLS UDP TCP_UDP QUIC TCP_QUIC GENEVE',
      HealthCheckProtocol: 'HTTP HTTPS TCP TLS UDP TCP_UDP QUIC TCP_QUIC GENEVE',
      TargetType: 'instance ip lambda alb',
    },
  ],
  [
    'AWS::Glue::Crawler',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-glue-crawler-schemachangepolicy.html',
    {
      'SchemaChangePolicy.UpdateBehavior': 'LOG UPDATE_IN_DATABASE',
      'SchemaChangePolicy.DeleteBehavior': 'LOG DELETE_FROM_DATABASE DEPRECATE_IN_DATABASE',
    },
  ],
  ...(
    [
      ['AWS::EC2::Volume', 'VolumeType'],
      ['AWS::EC2::Instance', 'BlockDeviceMappings.*.Ebs.VolumeType'],
      ['AWS::EC2::LaunchTemplate', 'LaunchTemplateData.BlockDeviceMappings.*.Ebs.VolumeType'],
      ['AWS::AutoScaling::LaunchConfiguration', 'BlockDeviceMappings.*.Ebs.VolumeType'],
    ] as const
  ).map(
    ([type, path]) =>
      [
        type,
        'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html',
        { [path]: 'standard io1 io2 gp2 gp3 sc1 st1' },
      ] as const,
  ),
]

/** Whether these services mind upper and lower case is not documented. */
const ANY_CASE = [
  'AWS::ECS::TaskDefinition',
  'AWS::EC2::VPC',
  'AWS::ElasticLoadBalancingV2::Listener',
  'AWS::ElasticLoadBalancingV2::TargetGroup',
]

export const CORRECTIONS: readonly Correction[] = [
  ...VALUES.flatMap(([type, source, values]) =>
    Object.entries(values).map(
      ([path, words]): Correction => ({
        type,
        path,
        change: { keywords: { enum: words.split(' '), ...(ANY_CASE.includes(type) ? { anyCase: true } : {}) } },
        source,
        why: 'The API takes these values only.',
      }),
    ),
  ),
  {
    type: 'AWS::CloudFormation::CustomResource',
    path: '',
    change: { open: true },
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-customresource.html',
    why: 'Everything beside ServiceToken and ServiceTimeout goes to the provider as it is.',
  },
  {
    type: 'AWS::CDK::Metadata',
    path: '',
    change: { type: { p: { Analytics: 's', Modules: 's' }, a: {} } },
    source: 'https://docs.aws.amazon.com/cdk/v2/guide/cli.html#version-reporting',
    why: 'Real, but published nowhere.',
  },
  ...(
    [
      ['AWS::ApiGateway::RestApi', 'BodyS3Location', '#S3Location'],
      ['AWS::ElasticBeanstalk::ApplicationVersion', 'SourceBundle', '#SourceBundle'],
      ['AWS::Lambda::Function', 'Code', '#Code'],
      ['AWS::Lambda::LayerVersion', 'Content', '#Content'],
      ['AWS::StepFunctions::StateMachine', 'DefinitionS3Location', '#S3Location'],
    ] as const
  ).map(
    ([type, path, shape]): Correction => ({
      type,
      path,
      change: { shape: { t: 'u', of: [shape, 's'] } },
      source: 'https://docs.aws.amazon.com/cli/latest/reference/cloudformation/package.html',
      why: 'Before the template is packaged, a local path stands there.',
    }),
  ),
  ...['AWS::IAM::Group', 'AWS::IAM::Role', 'AWS::IAM::User'].map(
    (type): Correction => ({
      type,
      path: 'ManagedPolicyArns',
      change: { keywords: { unique: true } },
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html',
      why: 'A policy is attached once; the packages lost which lists must not repeat an item.',
    }),
  ),
  ...(
    [
      ['AWS::EC2::SecurityGroup', 'GroupDescription', 'API_CreateSecurityGroup'],
      ['AWS::EC2::SecurityGroup', 'SecurityGroupIngress.*.Description', 'API_IpRange'],
      ['AWS::EC2::SecurityGroup', 'SecurityGroupEgress.*.Description', 'API_IpRange'],
      ['AWS::EC2::SecurityGroupIngress', 'Description', 'API_IpRange'],
      ['AWS::EC2::SecurityGroupEgress', 'Description', 'API_IpRange'],
    ] as const
  ).map(
    ([type, path, page]): Correction => ({
      type,
      path,
      change: { keywords: { max: 255, pattern: '^[a-zA-Z0-9. _\\-:/()#,@\\[\\]+=&;{}!$*]*$' } },
      source: `https://docs.aws.amazon.com/AWSEC2/latest/APIReference/${page}.html`,
      why: 'EC2 takes letters, digits, blanks and these signs only, and 255 characters at most.',
    }),
  ),
  {
    type: 'AWS::IAM::Role',
    path: 'RoleName',
    change: { keywords: { min: 1, max: 64 } },
    source: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html',
    why: 'The name of a role has 1 to 64 characters.',
  },
  {
    type: 'AWS::SNS::Topic',
    path: 'TopicName',
    change: { keywords: { max: 256 } },
    source: 'https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html',
    why: 'The name of a topic has 1 to 256 characters.',
  },
  {
    type: 'AWS::Neptune::DBCluster',
    path: 'Port',
    change: { shape: 'i' },
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-neptune-dbcluster.html',
    why: 'Older templates set Port, which deploys; the schema has DBPort only.',
  },
  ...[
    'AWS::Amplify::Branch',
    'AWS::Amplify::Domain',
    'AWS::AppSync::DomainName',
    'AWS::AppSync::FunctionConfiguration',
    'AWS::AppSync::Resolver',
    'AWS::AutoScaling::AutoScalingGroup',
    'AWS::Backup::BackupSelection',
    'AWS::Backup::BackupVault',
    'AWS::CodeArtifact::Domain',
    'AWS::CodeArtifact::Repository',
    'AWS::EC2::CapacityReservation',
    'AWS::EC2::Subnet',
    'AWS::EC2::VPC',
    'AWS::EFS::MountTarget',
    'AWS::EKS::Nodegroup',
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
    'AWS::Events::EventBus',
    'AWS::EventSchemas::Discoverer',
    'AWS::EventSchemas::Registry',
    'AWS::EventSchemas::Schema',
    'AWS::GameLift::GameSessionQueue',
    'AWS::GameLift::MatchmakingConfiguration',
    'AWS::GameLift::MatchmakingRuleSet',
    'AWS::Grafana::Workspace',
    'AWS::ImageBuilder::Component',
    'AWS::ImageBuilder::ContainerRecipe',
    'AWS::ImageBuilder::DistributionConfiguration',
    'AWS::ImageBuilder::ImagePipeline',
    'AWS::ImageBuilder::ImageRecipe',
    'AWS::ImageBuilder::InfrastructureConfiguration',
    'AWS::Neptune::DBCluster',
    'AWS::RDS::DBParameterGroup',
    'AWS::Route53Resolver::ResolverRule',
    'AWS::S3::AccessPoint',
    'AWS::SNS::Topic',
    'AWS::SQS::Queue',
    'AWS::SSM::Parameter',
    'AWS::StepFunctions::Activity',
  ].map(
    (type): Correction => ({
      type,
      path: '',
      change: { attributes: 'properties' },
      source: 'https://github.com/aws-cloudformation/cfn-lint/blob/main/src/cfnlint/schema/_getatts.py',
      why: 'Fn::GetAtt reads every property of this type, not only what the schema says.',
    }),
  ),
]

/** Applies one correction. @throws Error when it changes nothing that exists, so that none outlives its reason unseen */
export function correct(schemas: Map<string, TypeSchema>, { type, path, change }: Correction): void {
  const fail = (what: string): Error => new Error(`schema correction ${type} ${path}: ${what}`)
  if ('type' in change) {
    if (schemas.has(type)) throw fail('the type is known by now')
    schemas.set(type, change.type)
    return
  }
  const schema = schemas.get(type)
  if (!schema) throw fail('there is no such type')
  if ('attributes' in change) {
    const names = change.attributes === 'properties' ? Object.keys(schema.p) : change.attributes
    const missing = names.filter((name) => !(name in schema.a))
    if (missing.length === 0) throw fail('they are there by now')
    Object.assign(schema.a, Object.fromEntries(missing.map((name) => [name, '*'])))
    return
  }
  const steps = path === '' ? [] : path.split('.')
  const ofItems = steps.at(-1) === '*' && steps.pop() === '*'
  const last = steps.pop()
  let here: ObjectShape = schema
  for (const [i, step] of steps.entries()) {
    if (step === '*') continue
    let shape: Shape | undefined = here.p[step]
    for (let j = i + 1; steps[j] === '*'; j++) shape = elementOf(shape)
    const next: ObjectShape | undefined = typeof shape === 'string' && shape.startsWith('#') ? schema.d?.[shape.slice(1)] : undefined
    if (!next) throw fail(`${step} is no object`)
    here = next
  }
  if ('open' in change) {
    if (last !== undefined) throw fail('only the type itself or an object can be opened')
    ;(here as { open?: true }).open = true
    return
  }
  if (last === undefined) throw fail('a property is missing')
  const properties = here.p as Record<string, Shape>
  if ('shape' in change) {
    if (JSON.stringify(properties[last]) === JSON.stringify(change.shape)) throw fail('it is so by now')
    properties[last] = change.shape
    return
  }
  if (!(last in properties)) throw fail('there is no such property')
  if ('required' in change) {
    const required = new Set(here.r)
    if (required.has(last) === change.required) throw fail('it is so by now')
    if (change.required) required.add(last)
    else required.delete(last)
    ;(here as { r?: readonly string[] }).r = [...required]
    return
  }
  const whole = properties[last] as Shape
  const shape = ofItems ? elementOf(whole) : whole
  if (shape === undefined) throw fail('it has no items')
  const changed: Record<string, unknown> = { ...(typeof shape === 'string' ? { t: shape } : shape), ...change.keywords }
  for (const [key, value] of Object.entries(changed)) if (value === undefined) delete changed[key]
  if (JSON.stringify(changed) === JSON.stringify(shape)) throw fail('it is so by now')
  const now = changed as unknown as Shape
  properties[last] = ofItems ? ({ ...(whole as object), of: now } as Shape) : now
}

const elementOf = (shape: Shape | undefined): Shape | undefined =>
  typeof shape === 'object' && (shape.t === 'l' || shape.t === 'm') ? shape.of : undefined
