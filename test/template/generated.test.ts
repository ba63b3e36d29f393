/** What SAM makes of each event and part of its resources. */
import { expect, test } from 'vitest'
import { parseSource } from '../../src/source/source.ts'
import type { Mapping } from '../../src/source/tree.ts'
import { Template } from '../../src/template/template.ts'

function samOf(type: string, properties: string): Template['names']['sam'] {
  const text = `Transform: AWS::Serverless-2016-10-31\nResources: { F: { Type: AWS::Serverless::${type}, Properties: { ${properties} } } }\n`
  const source = parseSource(text, 'template.yaml')
  return new Template(source, source.root as Mapping, 'sam').names.sam
}
const idsOf = (type: string, properties: string): string[] => [...samOf(type, properties).all.keys()].sort()

test.each([
  ['Type: S3', ['FEPermission']],
  ['Type: AlexaSkill', ['FEPermission']],
  ['Type: SNS', ['FE', 'FEPermission']],
  ['Type: SNS, Properties: { SqsSubscription: true }', ['FE', 'FEEventSourceMapping', 'FEQueue', 'FEQueuePolicy']],
  [
    'Type: SNS, Properties: { SqsSubscription: { QueuePolicyLogicalId: Mine, QueueArn: a, QueueUrl: b } }',
    ['FE', 'FEEventSourceMapping', 'FEQueue', 'FEQueuePolicy', 'Mine'],
  ],
  ['Type: CloudWatchEvent', ['FE', 'FEPermission']],
  ['Type: EventBridgeRule', ['FE', 'FEPermission']],
  ['Type: EventBridgeRule, Properties: { DeadLetterConfig: { Arn: a } }', ['FE', 'FEPermission']],
  ['Type: ScheduleV2', ['FE', 'FERole']],
  ['Type: ScheduleV2, Properties: { DeadLetterConfig: { Type: SQS }, RoleArn: r }', ['FE', 'FEQueue']],
  ['Type: CloudWatchLogs', ['FE', 'FEPermission']],
  ['Type: IoTRule', ['FE', 'FEPermission']],
  ['Type: Cognito', ['FCognitoPermission']],
  ['Type: DynamoDB', ['FE']],
  ['Type: Kafka', []],
  ['Type: !Ref T', []],
])('a function with the event %s makes %j', (event, expected) => {
  expect(idsOf('Function', `Role: x, Events: { E: { ${event} } }`)).toEqual(expected)
})

test.each([
  ['Type: S3', 'Permission', 'AWS::Lambda::Permission'],
  ['Type: SNS', '', 'AWS::SNS::Subscription'],
  ['Type: IoTRule', '', 'AWS::IoT::TopicRule'],
  ['Type: CloudWatchLogs', '', 'AWS::Logs::SubscriptionFilter'],
  ['Type: SQS', '', 'AWS::Lambda::EventSourceMapping'],
  ['Type: ScheduleV2', '', 'AWS::Scheduler::Schedule'],
  ['Type: Schedule', '', 'AWS::Events::Rule'],
])('of the event %s, F E%s is an %s', (event, suffix, type) => {
  expect(samOf('Function', `Role: x, Events: { E: { ${event} } }`).of(`FE${suffix}`)?.type).toBe(type)
})

test.each([
  ['EventInvokeConfig: { MaximumRetryAttempts: 1 }', ['FEventInvokeConfig']],
  ['EventInvokeConfig: { DestinationConfig: { OnSuccess: { Type: SQS } } }', ['FEventInvokeConfig', 'FEventInvokeConfigOnSuccessQueue']],
  ['EventInvokeConfig: { DestinationConfig: { OnFailure: { Type: SNS } } }', ['FEventInvokeConfig', 'FEventInvokeConfigOnFailureTopic']],
  ['EventInvokeConfig: { DestinationConfig: { OnFailure: { Type: SNS, Destination: a } } }', ['FEventInvokeConfig']],
  ['DeploymentPreference: { Type: AllAtOnce }', ['CodeDeployServiceRole', 'FDeploymentGroup', 'ServerlessDeploymentApplication']],
  ['DeploymentPreference: { Enabled: true, Role: r }', ['FDeploymentGroup', 'ServerlessDeploymentApplication']],
])('a function with %s makes %j', (properties, expected) => expect(idsOf('Function', `Role: x, ${properties}`)).toEqual(expected))

test.each([
  ['Type: Schedule', ['FE', 'FERole']],
  ['Type: Schedule, Properties: { RoleArn: r }', ['FE']],
  ['Type: Schedule, Properties: { DeadLetterConfig: { Type: SQS } }', ['FE', 'FEQueue', 'FEQueuePolicy', 'FERole']],
  ['Type: EventBridgeRule, Properties: { RoleArn: r }', ['FE', 'FERole']],
  ['Type: Api', ['FERole', 'ServerlessRestApi', 'ServerlessRestApiProdStage']],
])('a state machine with the event %s makes %j', (event, expected) => {
  expect(idsOf('StateMachine', `Role: x, Events: { E: { ${event} } }`)).toEqual(expected)
})

test.each([
  ['StageName: live', ['FliveStage']],
  ['StageName: my-stage', []],
  ['StageName: !Ref S', ['FStage']],
  ['', ['FStage']],
  ['StageName: live, Auth: { UsagePlan: { CreateUsagePlan: PER_API } }', ['FApiKey', 'FUsagePlan', 'FUsagePlanKey', 'FliveStage']],
  [
    'StageName: live, Auth: { UsagePlan: { CreateUsagePlan: SHARED } }',
    ['FliveStage', 'ServerlessApiKey', 'ServerlessUsagePlan', 'ServerlessUsagePlanKey'],
  ],
  ['StageName: live, Auth: { UsagePlan: { CreateUsagePlan: NONE } }', ['FliveStage']],
  ['StageName: live, Auth: { Authorizers: { A: { FunctionArn: f } } }', ['FAAuthorizerPermission', 'FliveStage']],
  ['StageName: live, Domain: { DomainName: a }', ['FBasePathMapping', 'FliveStage']],
])('an API with %s makes %j', (properties, expected) => expect(idsOf('Api', properties)).toEqual(expected))

test('what has a hash in its name is known by its form', () => {
  const api = samOf('Api', 'StageName: my-stage, Domain: { DomainName: a, BasePath: [one] }')
  expect(
    [
      'FDeployment',
      'FDeployment0123456789',
      'FStage0123456789',
      'ApiGatewayDomainName0123456789',
      'RecordSetGroup0123456789',
      'FoneBasePathMapping',
    ].map((id) => api.of(id)?.type),
  ).toEqual([
    'AWS::ApiGateway::Deployment',
    'AWS::ApiGateway::Deployment',
    'AWS::ApiGateway::Stage',
    'AWS::ApiGateway::DomainName',
    'AWS::Route53::RecordSetGroup',
    'AWS::ApiGateway::BasePathMapping',
  ])
  for (const other of ['FDeploymentX', 'Deployment0123456789', 'oneBasePathMapping']) expect(api.has(other), other).toBe(false)
  expect(samOf('Api', 'StageName: live').has('ApiGatewayDomainName0123456789')).toBe(false)
  const secret = samOf('Api', 'StageName: live, Domain: { DomainName: a, EndpointConfiguration: PRIVATE }')
  expect(secret.of('FBasePathMapping')?.type).toBe('AWS::ApiGateway::BasePathMappingV2')
  const http = samOf('HttpApi', 'Domain: { DomainName: a }')
  expect([http.of('ApiGatewayDomainNameV20123456789')?.type, http.of('FApiMapping')?.type]).toEqual([
    'AWS::ApiGatewayV2::DomainName',
    'AWS::ApiGatewayV2::ApiMapping',
  ])
  const connector = samOf('Connector', 'Source: { Id: A }')
  for (const id of ['FPolicy', 'FQueuePolicy', 'FWriteLambdaPermission', 'FPolicyDestination2']) expect(connector.has(id), id).toBe(true)
  for (const id of ['F', 'FPolicyDestination', 'FLambdaPermission']) expect(connector.has(id), id).toBe(false)
})
