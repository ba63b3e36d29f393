import { defineRule, rolesAt, table } from '#rule'

/** The properties of each type that take a role, and the service that uses it. */
const PLACES: Readonly<Record<string, readonly (readonly [path: string, service: string])[]>> = table({
  'AWS::ApiGateway::Account': [['CloudWatchRoleArn', 'apigateway.amazonaws.com']],
  'AWS::CloudTrail::Trail': [['CloudWatchLogsRoleArn', 'cloudtrail.amazonaws.com']],
  'AWS::CodeBuild::Project': [['ServiceRole', 'codebuild.amazonaws.com']],
  'AWS::CodeDeploy::DeploymentGroup': [['ServiceRoleArn', 'codedeploy.amazonaws.com']],
  'AWS::CodePipeline::Pipeline': [['RoleArn', 'codepipeline.amazonaws.com']],
  'AWS::Config::ConfigurationRecorder': [['RoleARN', 'config.amazonaws.com']],
  'AWS::DAX::Cluster': [['IAMRoleARN', 'dax.amazonaws.com']],
  'AWS::EC2::FlowLog': [['DeliverLogsPermissionArn', 'vpc-flow-logs.amazonaws.com']],
  'AWS::ECS::TaskDefinition': [
    ['TaskRoleArn', 'ecs-tasks.amazonaws.com'],
    ['ExecutionRoleArn', 'ecs-tasks.amazonaws.com'],
  ],
  'AWS::Events::Rule': [
    ['RoleArn', 'events.amazonaws.com'],
    ['Targets.*.RoleArn', 'events.amazonaws.com'],
  ],
  'AWS::KinesisFirehose::DeliveryStream': [
    ['S3DestinationConfiguration.RoleARN', 'firehose.amazonaws.com'],
    ['ExtendedS3DestinationConfiguration.RoleARN', 'firehose.amazonaws.com'],
    ['KinesisStreamSourceConfiguration.RoleARN', 'firehose.amazonaws.com'],
  ],
  'AWS::Lambda::Function': [['Role', 'lambda.amazonaws.com']],
  'AWS::Logs::Destination': [['RoleArn', 'logs.amazonaws.com']],
  'AWS::Logs::SubscriptionFilter': [['RoleArn', 'logs.amazonaws.com']],
  'AWS::Pipes::Pipe': [['RoleArn', 'pipes.amazonaws.com']],
  'AWS::Scheduler::Schedule': [['Target.RoleArn', 'scheduler.amazonaws.com']],
  'AWS::Serverless::Function': [['Role', 'lambda.amazonaws.com']],
  'AWS::Serverless::StateMachine': [['Role', 'states.amazonaws.com']],
  'AWS::StepFunctions::StateMachine': [['RoleArn', 'states.amazonaws.com']],
})

export default defineRule({
  id: 'iam/role-not-assumable-by-service',
  title: 'The role must trust the service that is to use it',
  severity: 'error',
  on: [
    'AWS::Lambda::Function',
    'AWS::Serverless::Function',
    'AWS::Serverless::StateMachine',
    'AWS::StepFunctions::StateMachine',
    'AWS::ECS::TaskDefinition',
    'AWS::CodeBuild::Project',
    'AWS::CodeDeploy::DeploymentGroup',
    'AWS::CodePipeline::Pipeline',
    'AWS::Events::Rule',
    'AWS::Scheduler::Schedule',
    'AWS::Pipes::Pipe',
    'AWS::KinesisFirehose::DeliveryStream',
    'AWS::ApiGateway::Account',
    'AWS::Config::ConfigurationRecorder',
    'AWS::DAX::Cluster',
    'AWS::EC2::FlowLog',
    'AWS::CloudTrail::Trail',
    'AWS::Logs::SubscriptionFilter',
    'AWS::Logs::Destination',
  ],
  why: 'The service cannot take the role: creating the resource fails, or it does nothing.',
  fix: 'Allow sts:AssumeRole to the principal of the service in AssumeRolePolicyDocument.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html',
      fact: 'A service role must have a trust policy that lets the service assume it.',
    },
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html',
      fact: 'Each service has its own principal.',
    },
  ],
  notes: [
    '001:1019',
    '001:1034',
    '001:1035',
    '001:1086',
    '001:1088',
    '001:521',
    '001:522',
    '001:523',
    '001:780',
    '001:786',
    '001:904',
    '001:905',
    '001:906',
    '001:907',
    '001:908',
    '001:961',
    '001:976',
    '002:1007',
    '002:1551',
    '002:1552',
    '002:1553',
    '002:1563',
    '002:1592',
    '002:1929',
    '002:2351',
    '002:2380',
    '002:634',
    '003:460',
    '003:462',
  ],
  messages: {
    untrusted: '{role} does not let {service} take it; allow sts:AssumeRole to that service in its AssumeRolePolicyDocument.',
  },
  check(resource, { report }) {
    for (const [path, service] of PLACES[resource.type] ?? []) {
      for (const { role, node, when } of rolesAt(resource, path)) {
        if (role.mayBeTakenBy(service)) continue
        const related = role.trust.slice(0, 1).map((policy) => ({ node: policy.node, message: 'its trust policy' }))
        report({ node, when, related }, 'untrusted', { role: role.resource.id, service })
      }
    }
  },
})
