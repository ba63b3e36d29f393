/** A property that holds a policy document. */
export interface PolicyPlace {
  /** Keys joined by dots, `*` for every item of a list. */
  readonly path: string
  /**
   * identity: what its bearer may do; it names resources and no principal.
   * trust: who may take a role; it names principals and no resource.
   * resource: who may do what with the resource that holds it.
   * boundary: limits of an organization or an endpoint, which allow broadly on purpose.
   */
  readonly kind: 'identity' | 'trust' | 'resource' | 'boundary'
  /** Whether a statement must name its resources: S3, SNS, SQS and KMS want it, ECR and Secrets Manager need not. */
  readonly needsResource?: true
  /** The property also takes other things (SAM's Policies); only a map with a Statement is a policy. */
  readonly isBare?: true
}

const identity = (path = 'PolicyDocument'): PolicyPlace => ({ path, kind: 'identity', needsResource: true })
const resource = (path: string, needsResource?: true): PolicyPlace => ({
  path,
  kind: 'resource',
  ...(needsResource ? { needsResource } : {}),
})
const samPolicies: PolicyPlace = { path: 'Policies.*', kind: 'identity', needsResource: true, isBare: true }
const trust: PolicyPlace = { path: 'AssumeRolePolicyDocument', kind: 'trust' }

/**
 * Where resources hold policy documents, by type.
 * Sources: the property pages of each type in the CloudFormation template reference, where they say that the value is an
 * IAM policy document.
 */
export const POLICY_PLACES: Readonly<Record<string, readonly PolicyPlace[]>> = {
  'AWS::IAM::Role': [trust, identity('Policies.*.PolicyDocument')],
  'AWS::IAM::User': [identity('Policies.*.PolicyDocument')],
  'AWS::IAM::Group': [identity('Policies.*.PolicyDocument')],
  'AWS::IAM::Policy': [identity()],
  'AWS::IAM::ManagedPolicy': [identity()],
  'AWS::IAM::RolePolicy': [identity()],
  'AWS::IAM::UserPolicy': [identity()],
  'AWS::IAM::GroupPolicy': [identity()],
  'AWS::SSO::PermissionSet': [identity('InlinePolicy')],
  'AWS::Serverless::Function': [trust, samPolicies],
  'AWS::Serverless::StateMachine': [samPolicies],
  'AWS::S3::BucketPolicy': [resource('PolicyDocument', true)],
  'AWS::S3::AccessPoint': [resource('Policy', true)],
  'AWS::S3::MultiRegionAccessPointPolicy': [resource('Policy', true)],
  'AWS::S3ObjectLambda::AccessPointPolicy': [resource('PolicyDocument', true)],
  'AWS::S3Express::BucketPolicy': [resource('PolicyDocument', true)],
  'AWS::SQS::QueuePolicy': [resource('PolicyDocument', true)],
  'AWS::SQS::QueueInlinePolicy': [resource('PolicyDocument', true)],
  'AWS::SNS::TopicPolicy': [resource('PolicyDocument', true)],
  'AWS::SNS::TopicInlinePolicy': [resource('PolicyDocument', true)],
  'AWS::KMS::Key': [resource('KeyPolicy', true)],
  'AWS::KMS::ReplicaKey': [resource('KeyPolicy', true)],
  'AWS::SecretsManager::ResourcePolicy': [resource('ResourcePolicy')],
  'AWS::ECR::Repository': [resource('RepositoryPolicyText')],
  'AWS::ECR::PublicRepository': [resource('RepositoryPolicyText')],
  'AWS::ECR::RegistryPolicy': [resource('PolicyText')],
  'AWS::ApiGateway::RestApi': [resource('Policy')],
  'AWS::EC2::VPCEndpoint': [{ path: 'PolicyDocument', kind: 'boundary' }],
  'AWS::Organizations::Policy': [{ path: 'Content', kind: 'boundary' }],
  'AWS::Events::EventBus': [resource('Policy')],
  'AWS::OpenSearchService::Domain': [resource('AccessPolicies')],
  'AWS::Elasticsearch::Domain': [resource('AccessPolicies')],
  'AWS::EFS::FileSystem': [resource('FileSystemPolicy')],
  'AWS::Backup::BackupVault': [resource('AccessPolicy')],
  'AWS::Logs::ResourcePolicy': [resource('PolicyDocument')],
  'AWS::CodeArtifact::Domain': [resource('PermissionsPolicyDocument')],
  'AWS::CodeArtifact::Repository': [resource('PermissionsPolicyDocument')],
  'AWS::DynamoDB::Table': [resource('ResourcePolicy.PolicyDocument')],
  'AWS::Kinesis::ResourcePolicy': [resource('ResourcePolicy')],
  'AWS::MediaStore::Container': [resource('Policy')],
  'AWS::VpcLattice::AuthPolicy': [resource('Policy')],
  'AWS::VpcLattice::ResourcePolicy': [resource('Policy')],
}
