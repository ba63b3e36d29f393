/** A property that holds a policy document. */
import { table } from '../table.ts'
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
  /** What a resource policy says of resources: some services want them named, ECR refuses that, the others do not mind. */
  readonly resources: 'needed' | 'refused' | 'optional'
  /** The property also takes other things (SAM's Policies); only a map with a Statement is a policy. */
  readonly isBare?: true
}

const identity = (path = 'PolicyDocument'): PolicyPlace => ({ path, kind: 'identity', resources: 'needed' })
const resource = (path: string, resources: PolicyPlace['resources'] = 'optional'): PolicyPlace => ({ path, kind: 'resource', resources })
const boundary = (path: string): PolicyPlace => ({ path, kind: 'boundary', resources: 'optional' })
const samPolicies: PolicyPlace = { path: 'Policies.*', kind: 'identity', resources: 'needed', isBare: true }
const trust: PolicyPlace = { path: 'AssumeRolePolicyDocument', kind: 'trust', resources: 'refused' }

/**
 * Where resources hold policy documents, by type.
 * Sources: the property pages of each type in the CloudFormation template reference, where they say that the value is an
 * IAM policy document.
 */
export const POLICY_PLACES: Readonly<Record<string, readonly PolicyPlace[]>> = table({
  'AWS::APS::ResourcePolicy': [resource('PolicyDocument')],
  'AWS::ApiGateway::DomainNameV2': [resource('Policy')],
  'AWS::ApiGateway::RestApi': [resource('Policy')],
  'AWS::Backup::BackupVault': [resource('AccessPolicy')],
  'AWS::Backup::LogicallyAirGappedBackupVault': [resource('AccessPolicy')],
  'AWS::Bedrock::ResourcePolicy': [resource('PolicyDocument')],
  'AWS::CloudTrail::ResourcePolicy': [resource('ResourcePolicy')],
  'AWS::CodeArtifact::Domain': [resource('PermissionsPolicyDocument')],
  'AWS::CodeArtifact::Repository': [resource('PermissionsPolicyDocument')],
  'AWS::DynamoDB::GlobalTable': [
    resource('Replicas.*.ResourcePolicy.PolicyDocument'),
    resource('Replicas.*.ReplicaStreamSpecification.ResourcePolicy.PolicyDocument'),
  ],
  'AWS::DynamoDB::Table': [resource('ResourcePolicy.PolicyDocument'), resource('StreamSpecification.ResourcePolicy.PolicyDocument')],
  'AWS::EC2::VPCEndpoint': [boundary('PolicyDocument')],
  'AWS::ECR::PublicRepository': [resource('RepositoryPolicyText', 'refused')],
  'AWS::ECR::RegistryPolicy': [resource('PolicyText')],
  'AWS::ECR::Repository': [resource('RepositoryPolicyText', 'refused')],
  'AWS::ECR::RepositoryCreationTemplate': [resource('RepositoryPolicy', 'refused')],
  'AWS::EFS::FileSystem': [resource('FileSystemPolicy')],
  'AWS::EKS::PodIdentityAssociation': [identity('Policy')],
  'AWS::Elasticsearch::Domain': [resource('AccessPolicies')],
  'AWS::EventSchemas::RegistryPolicy': [resource('Policy')],
  'AWS::Events::EventBus': [resource('Policy')],
  'AWS::IAM::Group': [identity('Policies.*.PolicyDocument')],
  'AWS::IAM::GroupPolicy': [identity()],
  'AWS::IAM::ManagedPolicy': [identity()],
  'AWS::IAM::Policy': [identity()],
  'AWS::IAM::Role': [trust, identity('Policies.*.PolicyDocument')],
  'AWS::IAM::RolePolicy': [identity()],
  'AWS::IAM::User': [identity('Policies.*.PolicyDocument')],
  'AWS::IAM::UserPolicy': [identity()],
  'AWS::KMS::Key': [resource('KeyPolicy', 'needed')],
  'AWS::KMS::ReplicaKey': [resource('KeyPolicy', 'needed')],
  'AWS::Kinesis::ResourcePolicy': [resource('ResourcePolicy')],
  'AWS::Lambda::ResourcePolicy': [resource('PolicyDocument')],
  'AWS::Lex::ResourcePolicy': [resource('Policy')],
  'AWS::Logs::DeliveryDestination': [resource('DeliveryDestinationPolicy.DeliveryDestinationPolicy')],
  'AWS::Logs::LogGroup': [resource('ResourcePolicyDocument')],
  'AWS::Logs::ResourcePolicy': [resource('PolicyDocument')],
  'AWS::MSK::ClusterPolicy': [resource('Policy')],
  'AWS::MediaPackageV2::ChannelPolicy': [resource('Policy')],
  'AWS::MediaPackageV2::OriginEndpointPolicy': [resource('Policy')],
  'AWS::MediaStore::Container': [resource('Policy')],
  'AWS::MediaTailor::ChannelPolicy': [resource('Policy')],
  'AWS::OSIS::Pipeline': [resource('ResourcePolicy.Policy')],
  'AWS::Oam::Sink': [resource('Policy')],
  'AWS::Omics::SequenceStore': [resource('S3AccessPolicy')],
  'AWS::OpenSearchService::Domain': [resource('AccessPolicies')],
  'AWS::Organizations::Policy': [boundary('Content')],
  'AWS::Redshift::Cluster': [resource('NamespaceResourcePolicy')],
  'AWS::RedshiftServerless::Namespace': [resource('NamespaceResourcePolicy')],
  'AWS::RolesAnywhere::Profile': [identity('SessionPolicy')],
  'AWS::S3::AccessPoint': [resource('Policy', 'needed')],
  'AWS::S3::BucketPolicy': [resource('PolicyDocument', 'needed')],
  'AWS::S3::MultiRegionAccessPointPolicy': [resource('Policy', 'needed')],
  'AWS::S3Express::AccessPoint': [resource('Policy', 'needed')],
  'AWS::S3Express::BucketPolicy': [resource('PolicyDocument', 'needed')],
  'AWS::S3ObjectLambda::AccessPointPolicy': [resource('PolicyDocument', 'needed')],
  'AWS::S3Outposts::AccessPoint': [resource('Policy', 'needed')],
  'AWS::S3Outposts::BucketPolicy': [resource('PolicyDocument', 'needed')],
  'AWS::S3Tables::TableBucketPolicy': [resource('ResourcePolicy')],
  'AWS::S3Tables::TablePolicy': [resource('ResourcePolicy')],
  'AWS::S3Vectors::VectorBucketPolicy': [resource('Policy')],
  'AWS::SNS::TopicInlinePolicy': [resource('PolicyDocument', 'needed')],
  'AWS::SNS::TopicPolicy': [resource('PolicyDocument', 'needed')],
  'AWS::SQS::QueueInlinePolicy': [resource('PolicyDocument', 'needed')],
  'AWS::SQS::QueuePolicy': [resource('PolicyDocument', 'needed')],
  'AWS::SSM::ResourcePolicy': [resource('Policy')],
  'AWS::SSO::PermissionSet': [identity('InlinePolicy')],
  'AWS::SageMaker::ModelPackageGroup': [resource('ModelPackageGroupPolicy')],
  'AWS::SecretsManager::ResourcePolicy': [resource('ResourcePolicy')],
  'AWS::Serverless::Api': [resource('Policy')],
  'AWS::Serverless::Function': [trust, samPolicies],
  'AWS::Serverless::StateMachine': [samPolicies],
  'AWS::VpcLattice::AuthPolicy': [resource('Policy')],
  'AWS::VpcLattice::ResourcePolicy': [resource('Policy')],
})
