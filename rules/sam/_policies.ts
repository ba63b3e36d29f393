import { callOf, type Fact, type Node, type Resource, table, type When } from '#rule'

/** The policy templates of SAM, each with the parameters that it needs. */
export const POLICY_TEMPLATES: Readonly<Record<string, readonly string[]>> = table({
  AMIDescribePolicy: [],
  AWSSecretsManagerGetSecretValuePolicy: ['SecretArn'],
  AWSSecretsManagerRotationPolicy: ['FunctionName'],
  AcmGetCertificatePolicy: ['CertificateArn'],
  AthenaQueryPolicy: ['WorkGroupName'],
  CloudFormationDescribeStacksPolicy: [],
  CloudWatchDashboardPolicy: [],
  CloudWatchDescribeAlarmHistoryPolicy: [],
  CloudWatchPutMetricPolicy: [],
  CodeCommitCrudPolicy: ['RepositoryName'],
  CodeCommitReadPolicy: ['RepositoryName'],
  CodePipelineLambdaExecutionPolicy: [],
  CodePipelineReadOnlyPolicy: ['PipelineName'],
  ComprehendBasicAccessPolicy: [],
  CostExplorerReadOnlyPolicy: [],
  DynamoDBBackupFullAccessPolicy: ['TableName'],
  DynamoDBCrudPolicy: ['TableName'],
  DynamoDBReadPolicy: ['TableName'],
  DynamoDBReconfigurePolicy: ['TableName'],
  DynamoDBRestoreFromBackupPolicy: ['TableName'],
  DynamoDBStreamReadPolicy: ['StreamName', 'TableName'],
  DynamoDBWritePolicy: ['TableName'],
  EC2CopyImagePolicy: ['ImageId'],
  EC2DescribePolicy: [],
  EFSWriteAccessPolicy: ['AccessPoint', 'FileSystem'],
  EKSDescribePolicy: [],
  EcsRunTaskPolicy: ['TaskDefinition'],
  ElasticMapReduceAddJobFlowStepsPolicy: ['ClusterId'],
  ElasticMapReduceCancelStepsPolicy: ['ClusterId'],
  ElasticMapReduceModifyInstanceFleetPolicy: ['ClusterId'],
  ElasticMapReduceModifyInstanceGroupsPolicy: ['ClusterId'],
  ElasticMapReduceSetTerminationProtectionPolicy: ['ClusterId'],
  ElasticMapReduceTerminateJobFlowsPolicy: ['ClusterId'],
  ElasticsearchHttpPostPolicy: ['DomainName'],
  EventBridgePutEventsPolicy: ['EventBusName'],
  FilterLogEventsPolicy: ['LogGroupName'],
  FirehoseCrudPolicy: ['DeliveryStreamName'],
  FirehoseWritePolicy: ['DeliveryStreamName'],
  KMSDecryptPolicy: ['KeyId'],
  KMSEncryptPolicy: ['KeyId'],
  KMSEncryptPolicy_v2: ['KeyId'],
  KinesisCrudPolicy: ['StreamName'],
  KinesisStreamReadPolicy: ['StreamName'],
  LambdaInvokePolicy: ['FunctionName'],
  MobileAnalyticsWriteOnlyAccessPolicy: [],
  OrganizationsListAccountsPolicy: [],
  PinpointEndpointAccessPolicy: ['PinpointApplicationId'],
  PollyFullAccessPolicy: ['LexiconName'],
  RekognitionDetectOnlyPolicy: [],
  RekognitionFacesManagementPolicy: ['CollectionId'],
  RekognitionFacesPolicy: [],
  RekognitionLabelsPolicy: [],
  RekognitionNoDataAccessPolicy: ['CollectionId'],
  RekognitionReadPolicy: ['CollectionId'],
  RekognitionWriteOnlyAccessPolicy: ['CollectionId'],
  Route53ChangeResourceRecordSetsPolicy: ['HostedZoneId'],
  S3CrudPolicy: ['BucketName'],
  S3FullAccessPolicy: ['BucketName'],
  S3ReadPolicy: ['BucketName'],
  S3WritePolicy: ['BucketName'],
  SESBulkTemplatedCrudPolicy: ['IdentityName'],
  SESBulkTemplatedCrudPolicy_v2: ['IdentityName', 'TemplateName'],
  SESCrudPolicy: ['IdentityName'],
  SESEmailTemplateCrudPolicy: [],
  SESSendBouncePolicy: ['IdentityName'],
  SNSCrudPolicy: ['TopicName'],
  SNSPublishMessagePolicy: ['TopicName'],
  SQSPollerPolicy: ['QueueName'],
  SQSSendMessagePolicy: ['QueueName'],
  SSMParameterReadPolicy: ['ParameterName'],
  SSMParameterWithSlashPrefixReadPolicy: ['ParameterName'],
  SageMakerCreateEndpointConfigPolicy: ['EndpointConfigName'],
  SageMakerCreateEndpointPolicy: ['EndpointName'],
  ServerlessRepoReadWriteAccessPolicy: [],
  StepFunctionsCallbackPolicy: ['StateMachineName'],
  StepFunctionsExecutionPolicy: ['StateMachineName'],
  StepFunctionsExecutionPolicy_v2: ['StateMachineName'],
  TextractDetectAnalyzePolicy: [],
  TextractGetResultPolicy: [],
  TextractPolicy: [],
  VPCAccessPolicy: [],
})

/** One entry of Policies: a name or ARN, a document, a template, or what is none of them. */
export interface PolicyEntry {
  readonly node: Node
  readonly when: When
  readonly fact: Fact
}

/** The entries of Policies, whether one or a list is written. */
export function policiesOf(resource: Resource): PolicyEntry[] {
  const { resolver } = resource.template
  const entries: PolicyEntry[] = []
  for (const fact of resource.facts('Policies')) {
    if (fact.state === 'known' && fact.value.kind === 'sequence') {
      for (const item of fact.value.items) {
        for (const one of resolver.resolve(item, fact.when)) entries.push({ node: one.node, when: one.when, fact: one })
      }
    } else entries.push({ node: fact.node, when: fact.when, fact })
  }
  return entries
}

/** The policy templates that are used, with what is written as their parameters. */
export function* templatesUsed(resource: Resource) {
  for (const { fact, when } of policiesOf(resource)) {
    if (fact.state !== 'known' || fact.value.kind !== 'mapping' || fact.value.entries.length !== 1) continue
    const [entry] = fact.value.entries
    const parameters = entry && POLICY_TEMPLATES[entry.key.text]
    if (entry && parameters)
      yield { key: entry.key, value: entry.value, name: entry.key.text, parameters, when, opaque: callOf(entry.value) !== undefined }
  }
}

/** Whether SAM makes the role: only then it reads Policies. */
export const makesRole = (resource: Resource): boolean => resource.facts('Role').some((fact) => fact.state === 'absent')
