/** Who may invoke a function. */
import { describe, expect, test } from 'vitest'
import { invocationOf } from '../../src/policy/invocations.ts'
import { executionRolesOf } from '../../src/policy/roles.ts'
import { parseSource } from '../../src/source/source.ts'
import type { Mapping } from '../../src/source/tree.ts'
import { functionsIn } from '../../src/template/functions.ts'
import { type Resource, Template } from '../../src/template/template.ts'

const HEAD = 'Parameters:\n  Name: {Type: String}\nConditions:\n  IsProd: !Equals [!Ref Name, prod]\nResources:\n'
const RESOURCES = `  F: {Type: AWS::Lambda::Function, Properties: {}}
  Live: {Type: AWS::Lambda::Alias, Properties: {FunctionName: !Ref F, Name: live, FunctionVersion: '1'}}
  B: {Type: AWS::S3::Bucket}
  C: {Type: AWS::S3::Bucket, Properties: {BucketName: logs}}
  Topic: {Type: AWS::SNS::Topic}
  Api: {Type: AWS::ApiGateway::RestApi}
  R: {Type: AWS::Events::Rule, Properties: {}}
`

function template(resources: string, kind: 'cloudformation' | 'sam' = 'cloudformation'): Template {
  const transform = kind === 'sam' ? 'Transform: AWS::Serverless-2016-10-31\n' : ''
  const source = parseSource(`${transform}${HEAD}${resources}`, 'a.yaml')
  return new Template(source, source.root as Mapping, kind)
}

/** @param of what calls: the function that it names, its service and its resource */
function ask(of: Template, fn: string, service: string, source: string | undefined) {
  const use = parseSource(`FunctionName: ${fn}\n`, 'b.yaml').root as Mapping
  const [only] = functionsIn(of, { node: use, when: of.always } as Resource, 'FunctionName')
  if (!only) throw new Error(`${fn} names no function`)
  const invocation = invocationOf(only, service, source === undefined ? undefined : of.resources.get(source))
  return [invocation.answer, ...(invocation.answer === 'no' ? invocation.when.because : [])]
}

const permission = (properties: string, attributes = ''): string =>
  `  P:\n    Type: AWS::Lambda::Permission\n${attributes}    Properties: {Action: 'lambda:InvokeFunction', ${properties}}\n`

describe('permissions', () => {
  test.each([
    ['FunctionName: !Ref F, Principal: s3.amazonaws.com', '!Ref F', 's3', 'B', ['yes']],
    ['FunctionName: !GetAtt F.Arn, Principal: !Sub "s3.${AWS::URLSuffix}"', '!Ref F', 's3', 'B', ['yes']],
    ["FunctionName: !GetAtt F.Arn, Principal: '*'", '!Ref F', 's3', 'B', ['yes']],
    ['FunctionName: !Ref F, Principal: logs.eu-west-1.amazonaws.com', '!Ref F', 'logs', undefined, ['yes']],
    ['FunctionName: !Ref F, Principal: s3.amazonaws.com, SourceAccount: !Ref AWS::AccountId', '!Ref F', 's3', 'B', ['yes']],
    ["FunctionName: !Ref F, Principal: s3.amazonaws.com, SourceAccount: '123456789012'", '!Ref F', 's3', 'B', ['unknown']],
    ['FunctionName: !Ref F, Principal: s3.amazonaws.com, SourceArn: !GetAtt B.Arn', '!Ref F', 's3', 'B', ['yes']],
    ['FunctionName: !Ref F, Principal: s3.amazonaws.com, SourceArn: !GetAtt B.Arn', '!Ref F', 's3', 'C', ['no']],
    ["FunctionName: !Ref F, Principal: s3.amazonaws.com, SourceArn: 'arn:aws:s3:::logs'", '!Ref F', 's3', 'C', ['yes']],
    ["FunctionName: !Ref F, Principal: s3.amazonaws.com, SourceArn: 'arn:aws:s3:::log*'", '!Ref F', 's3', 'C', ['yes']],
    ["FunctionName: !Ref F, Principal: s3.amazonaws.com, SourceArn: 'arn:aws:s3:::other'", '!Ref F', 's3', 'C', ['no']],
    ["FunctionName: !Ref F, Principal: s3.amazonaws.com, SourceArn: 'arn:aws:s3:::other'", '!Ref F', 's3', 'B', ['unknown']],
    ['FunctionName: !Ref F, Principal: s3.amazonaws.com, SourceArn: !Ref Name', '!Ref F', 's3', 'B', ['unknown']],
    ['FunctionName: !Ref F, Principal: sns.amazonaws.com', '!Ref F', 's3', 'B', ['no']],
    ['FunctionName: !Ref F, Principal: !Ref Name', '!Ref F', 's3', 'B', ['unknown']],
    ["FunctionName: !Ref F, Principal: '123456789012'", '!Ref F', 's3', 'B', ['no']],
    ['FunctionName: !Ref Live, Principal: s3.amazonaws.com', '!Ref F', 's3', 'B', ['no']],
    ['FunctionName: !Ref F, Principal: s3.amazonaws.com', '!Ref Live', 's3', 'B', ['no']],
    ['FunctionName: !Sub "${F}:live", Principal: s3.amazonaws.com', '!Ref Live', 's3', 'B', ['yes']],
    ['FunctionName: !Ref Name, Principal: s3.amazonaws.com', '!Ref F', 's3', 'B', ['unknown']],
    ['FunctionName: other, Principal: s3.amazonaws.com', '!Ref F', 's3', 'B', ['unknown']],
    [
      "FunctionName: !Ref F, Principal: apigateway.amazonaws.com, SourceArn: !Sub 'arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*/GET/'",
      '!Ref F',
      'apigateway',
      'Api',
      ['yes'],
    ],
    ['FunctionName: !Ref F, Principal: events.amazonaws.com, SourceArn: !GetAtt R.Arn', '!Ref F', 'events', 'R', ['yes']],
    ['FunctionName: !If [IsProd, !Ref F, other], Principal: s3.amazonaws.com', '!Ref F', 's3', 'B', ['unknown']],
    ['FunctionName: !If [IsProd, !Ref F, !Ref Live], Principal: s3.amazonaws.com', '!Ref F', 's3', 'B', ['no', 'IsProd is false']],
  ])('%s; %s by %s for %s: %s', (properties, fn, service, source, expected) => {
    expect(ask(template(`${RESOURCES}${permission(properties)}`), fn, `${service}.amazonaws.com`, source)).toEqual(expected)
  })
  test('a permission that is there under a condition only', () => {
    const of = template(`${RESOURCES}${permission('FunctionName: !Ref F, Principal: s3.amazonaws.com', '    Condition: IsProd\n')}`)
    expect(ask(of, '!Ref F', 's3.amazonaws.com', 'B')).toEqual(['no', 'IsProd is false'])
  })
  test.each([
    ["Principal: '*'", 'yes'],
    ['Principal: s3.amazonaws.com', 'no'],
    ['Principal: !Ref Name', 'unknown'],
  ])('for anybody: %s', (principal, expected) => {
    const of = template(
      `${RESOURCES}  P: {Type: AWS::Lambda::Permission, Properties: {FunctionName: !Ref F, Action: 'lambda:*', ${principal}}}\n`,
    )
    const [use] = functionsIn(of, of.resources.get('P') as Resource, 'FunctionName')
    expect(use && invocationOf(use, '*', undefined, 'lambda:InvokeFunctionUrl').answer).toBe(expected)
  })
  test('one for the URL only', () => {
    const of = template(
      `${RESOURCES}  P: {Type: AWS::Lambda::Permission, Properties: {FunctionName: !Ref F, Action: 'lambda:InvokeFunctionUrl', Principal: '*'}}\n`,
    )
    expect(ask(of, '!Ref F', 's3.amazonaws.com', 'B')).toEqual(['no'])
  })
  test.each([
    ['no permission at all', '', ['no']],
    [
      'a nested stack that is given the function',
      '  N: {Type: AWS::CloudFormation::Stack, Properties: {Parameters: {Fn: !GetAtt F.Arn}}}\n',
      ['unknown'],
    ],
    ['a custom resource that it backs', '  N: {Type: Custom::X, Properties: {ServiceToken: !GetAtt F.Arn}}\n', ['no']],
    ['a macro among the resources', '  Fn::Transform: {Name: AWS::Include}\n', ['unknown']],
  ])('%s', (_, more, expected) => {
    expect(ask(template(`${RESOURCES}${more}`), '!Ref F', 's3.amazonaws.com', 'B')).toEqual(expected)
  })
})

describe('what SAM makes', () => {
  const fn = (events: string, more = '') =>
    template(`${RESOURCES}  S:\n    Type: AWS::Serverless::Function\n    Properties: {${more}Events: {E: ${events}}}\n`, 'sam')
  test.each([
    ['{Type: S3, Properties: {Bucket: !Ref B}}', '!Ref S', 's3', 'C', ['yes']],
    ['{Type: SNS, Properties: {Topic: !Ref Topic}}', '!Ref S', 'sns', 'Topic', ['yes']],
    ['{Type: SNS, Properties: {Topic: !Ref Topic}}', '!Ref S', 's3', 'B', ['no']],
    ['{Type: Api, Properties: {RestApiId: !Ref Api}}', '!Ref S', 'apigateway', 'Api', ['yes']],
    ['{Type: Api, Properties: {}}', '!Ref S', 'apigateway', 'Api', ['no']],
    ["{Type: Schedule, Properties: {Schedule: 'rate(1 day)'}}", '!Ref S', 'events', 'R', ['no']],
    ['{Type: CloudWatchLogs, Properties: {LogGroupName: !Ref Name}}', '!Ref S', 'logs', undefined, ['unknown']],
  ])('%s; %s by %s for %s: %s', (event, name, service, source, expected) => {
    expect(ask(fn(event), name, `${service}.amazonaws.com`, source)).toEqual(expected)
  })
  test('the permission is for the alias', () => {
    const of = fn('{Type: S3, Properties: {Bucket: !Ref B}}', 'AutoPublishAlias: live, ')
    expect(ask(of, '!Ref S.Alias', 's3.amazonaws.com', 'B')).toEqual(['yes'])
    expect(ask(of, '!Ref S', 's3.amazonaws.com', 'B')).toEqual(['no'])
  })
  test.each([
    ['Api', '{}', ['yes']],
    ['Api', '{DisableFunctionDefaultPermissions: true, }', ['no']],
    ['HttpApi', '{}', ['no']],
    ['HttpApi', '{EnableFunctionDefaultPermissions: true, }', ['yes']],
  ])('the authorizer of an %s with %s', (type, more, expected) => {
    const authorizer = more === '{}' ? '{FunctionArn: !GetAtt F.Arn}' : more.replace('}', 'FunctionArn: !GetAtt F.Arn}')
    const of = template(
      `${RESOURCES}  A:\n    Type: AWS::Serverless::${type}\n    Properties: {StageName: a, Auth: {Authorizers: {One: ${authorizer}}}}\n`,
      'sam',
    )
    expect(ask(of, '!GetAtt F.Arn', 'apigateway.amazonaws.com', 'A')).toEqual(expected)
  })
  test('a connector may give it', () => {
    const of = template(`${RESOURCES}  N: {Type: AWS::Serverless::Connector, Properties: {}}\n`, 'sam')
    expect(ask(of, '!Ref F', 's3.amazonaws.com', 'B')).toEqual(['unknown'])
  })
})

describe('executionRolesOf', () => {
  const roles = (properties: string) => {
    const of = template(
      `  R: {Type: AWS::IAM::Role, Properties: {}}\n  S: {Type: AWS::Serverless::Function, Properties: ${properties}}\n`,
      'sam',
    )
    return executionRolesOf(of.resources.get('S') as Resource).map(({ role, when }) => [role.resource.id, ...when.because])
  }
  test.each([
    ['{}', [['S']]],
    ['{Role: !GetAtt R.Arn}', [['R']]],
    ['{Role: !Ref Name}', []],
    [
      '{Role: !If [IsProd, !GetAtt R.Arn, !Ref AWS::NoValue]}',
      [
        ['R', 'IsProd is true'],
        ['S', 'IsProd is false'],
      ],
    ],
  ])('%s', (properties, expected) => {
    expect(roles(properties)).toEqual(expected)
  })
})
