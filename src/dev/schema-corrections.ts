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

export const CORRECTIONS: readonly Correction[] = [
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
  const shape = properties[last] as Shape
  const changed: Record<string, unknown> = { ...(typeof shape === 'string' ? { t: shape } : shape), ...change.keywords }
  for (const [key, value] of Object.entries(changed)) if (value === undefined) delete changed[key]
  if (JSON.stringify(changed) === JSON.stringify(shape)) throw fail('it is so by now')
  properties[last] = changed as unknown as Shape
}

const elementOf = (shape: Shape | undefined): Shape | undefined =>
  typeof shape === 'object' && (shape.t === 'l' || shape.t === 'm') ? shape.of : undefined
