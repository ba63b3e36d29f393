/** What the SAM transform adds to a template, told without running it. */
import { describe, expect, test } from 'vitest'
import { parseSource } from '../../src/source/source.ts'
import type { Mapping } from '../../src/source/tree.ts'
import { Template } from '../../src/template/template.ts'

function generatedBy(text: string): { ids: string[]; sam: Template['names']['sam'] } {
  const source = parseSource(`Transform: AWS::Serverless-2016-10-31\n${text}`, 'template.yaml')
  const { sam } = new Template(source, source.root as Mapping, 'sam').names
  return { ids: [...sam.all].map(([id, { type }]) => `${id} ${type}`), sam }
}

/** A function with these properties, in flow style. */
const fn = (properties: string): string => `Resources: { F: { Type: AWS::Serverless::Function, Properties: { ${properties} } } }`

describe('functions', () => {
  const cases: Record<string, [properties: string, ids: string[]]> = {
    'a role': ['', ['FRole AWS::IAM::Role']],
    'no role beside a role of their own': ['Role: !GetAtt Own.Arn', []],
    'a role where theirs is there under a condition only': ['Role: !If [C, x, !Ref AWS::NoValue]', ['FRole AWS::IAM::Role']],
    'a URL': ['Role: x, FunctionUrlConfig: { AuthType: AWS_IAM }', ['FUrl AWS::Lambda::Url']],
    'an open URL': [
      'Role: x, FunctionUrlConfig: { AuthType: NONE }',
      ['FUrl AWS::Lambda::Url', 'FUrlPublicPermissions AWS::Lambda::Permission', 'FURLInvokeAllowPublicAccess AWS::Lambda::Permission'],
    ],
    'an alias': ['Role: x, AutoPublishAlias: blue-green_1', ['FAliasblueDgreenU1 AWS::Lambda::Alias']],
    'a polled event': ['Role: x, Events: { Q: { Type: SQS } }', ['FQ AWS::Lambda::EventSourceMapping']],
    'a scheduled event with a queue': [
      'Role: x, Events: { S: { Type: Schedule, Properties: { DeadLetterConfig: { Type: SQS } } } }',
      ['FS AWS::Events::Rule', 'FSPermission AWS::Lambda::Permission', 'FSQueue AWS::SQS::Queue', 'FSQueuePolicy AWS::SQS::QueuePolicy'],
    ],
    'a scheduled event with a named queue': [
      'Role: x, Events: { S: { Type: ScheduleV2, Properties: { RoleArn: x, DeadLetterConfig: { Type: SQS, QueueLogicalId: Lost } } } }',
      ['FS AWS::Scheduler::Schedule', 'Lost AWS::SQS::Queue'],
    ],
    'an implicit API': [
      'Role: x, Events: { E: { Type: Api, Properties: { Path: /, Method: get } } }',
      [
        'FEPermissionProd AWS::Lambda::Permission',
        'ServerlessRestApi AWS::ApiGateway::RestApi',
        'ServerlessRestApiProdStage AWS::ApiGateway::Stage',
      ],
    ],
    'no deployment group where deployments are switched off': ['Role: x, DeploymentPreference: { Enabled: false }', []],
  }
  for (const [name, [properties, ids]] of Object.entries(cases)) {
    test(name, () => expect(generatedBy(fn(properties)).ids.sort()).toEqual([...ids].sort()))
  }
})

test('names with a hash are known by their form', () => {
  const { sam } = generatedBy('Resources: { L: { Type: AWS::Serverless::LayerVersion } }')
  expect(sam.of('L0123456789')?.type).toBe('AWS::Lambda::LayerVersion')
  for (const other of ['L', 'L012345678', 'Lxyz', 'M0123456789']) expect(sam.has(other), other).toBe(false)
})

test('dotted references stand for what is generated only', () => {
  const { sam } = generatedBy(fn('AutoPublishAlias: live'))
  expect(sam.property('F', 'Alias')).toBe('AWS::Lambda::Alias')
  expect(sam.property('F', 'Version.Arn')).toBe('AWS::Lambda::Version')
  expect(sam.property('F', 'DestinationQueue')).toBeUndefined()
  expect(generatedBy(fn('')).sam.property('F', 'Alias')).toBeUndefined()
  expect(generatedBy('Resources: { A: { Type: AWS::Serverless::Api, Properties: { StageName: live } } }').sam.property('A', 'Stage')).toBe(
    'AWS::ApiGateway::Stage',
  )
})

test('an implicit API exists only for events that name none', () => {
  const own = 'A: { Type: AWS::Serverless::Api, Properties: { StageName: live } }'
  const event = 'Events: { E: { Type: Api, Properties: { Path: /, Method: get, RestApiId: !Ref A } } }'
  const { sam } = generatedBy(`Resources: { ${own}, F: { Type: AWS::Serverless::Function, Properties: { ${event} } } }`)
  expect(sam.has('ServerlessRestApi')).toBe(false)
  expect(sam.has('FEPermissionlive')).toBe(true)
})

const typed = (type: string, properties: string): string =>
  `Resources: { X: { Type: AWS::Serverless::${type}, Properties: { ${properties} } } }`

describe('other types', () => {
  const cases: Record<string, [template: string, ids: string[]]> = {
    'a capacity provider': [typed('CapacityProvider', 'VpcConfig: { SubnetIds: [a] }'), ['XOperatorRole AWS::IAM::Role']],
    'a state machine with a version, an alias and an event': [
      typed('StateMachine', 'DefinitionUri: a, AutoPublishAlias: live, Events: { E: { Type: ScheduleV2, Properties: {} } }'),
      [
        'XRole AWS::IAM::Role',
        'XVersion AWS::StepFunctions::StateMachineVersion',
        'XAliaslive AWS::StepFunctions::StateMachineAlias',
        'XE AWS::Scheduler::Schedule',
        'XERole AWS::IAM::Role',
      ],
    ],
    'a WebSocket API with an authorizer': [
      typed(
        'WebSocketApi',
        'Auth: { AuthType: CUSTOM, AuthArn: a }, Routes: { $connect: { FunctionArn: f }, sendMessage: { FunctionArn: f } }',
      ),
      [
        'XDefaultStage AWS::ApiGatewayV2::Stage',
        'XConnectRoute AWS::ApiGatewayV2::Route',
        'XConnectIntegration AWS::ApiGatewayV2::Integration',
        'XConnectPermission AWS::Lambda::Permission',
        'XSendmessageRoute AWS::ApiGatewayV2::Route',
        'XSendmessageIntegration AWS::ApiGatewayV2::Integration',
        'XSendmessagePermission AWS::Lambda::Permission',
        'XConnectAuthorizer AWS::ApiGatewayV2::Authorizer',
        'XAuthorizerPermission AWS::Lambda::Permission',
      ],
    ],
    'a WebSocket API with IAM': [typed('WebSocketApi', 'Auth: { AuthType: AWS_IAM }'), ['XDefaultStage AWS::ApiGatewayV2::Stage']],
    'a GraphQL API without a data source of type none': [
      typed('GraphQLApi', 'Functions: { f: { DataSource: D } }'),
      ['XSchema AWS::AppSync::GraphQLSchema', 'XCloudWatchRole AWS::IAM::Role', 'Xf AWS::AppSync::FunctionConfiguration'],
    ],
    'an HTTP API with an authorizer that may be called': [
      typed('HttpApi', 'Auth: { Authorizers: { A: { FunctionArn: f, EnableFunctionDefaultPermissions: true }, B: { FunctionArn: f } } }'),
      ['XApiGatewayDefaultStage AWS::ApiGatewayV2::Stage', 'XAAuthorizerPermission AWS::Lambda::Permission'],
    ],
    'a REST API with an authorizer that another permission lets be called': [
      typed('Api', 'StageName: live, Auth: { Authorizers: { A: { FunctionArn: f, DisableFunctionDefaultPermissions: true } } }'),
      ['XliveStage AWS::ApiGateway::Stage'],
    ],
  }
  for (const [name, [template, ids]] of Object.entries(cases)) {
    test(name, () => expect(generatedBy(template).ids.sort()).toEqual([...ids].sort()))
  }
})
