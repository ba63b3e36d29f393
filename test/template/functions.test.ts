/** Which function a value names, and what the functions of a template read from. */
import { describe, expect, test } from 'vitest'
import { parseSource } from '../../src/source/source.ts'
import type { Mapping } from '../../src/source/tree.ts'
import { eventSourcesOf, functionsIn } from '../../src/template/functions.ts'
import { isSame, spellingsOf } from '../../src/template/spelling.ts'
import { type Resource, Template } from '../../src/template/template.ts'

const HEAD = 'Parameters:\n  Name: {Type: String}\nConditions:\n  IsProd: !Equals [!Ref Name, prod]\nResources:\n'

function template(resources: string, kind: 'cloudformation' | 'sam' = 'cloudformation'): Template {
  const transform = kind === 'sam' ? 'Transform: AWS::Serverless-2016-10-31\n' : ''
  const source = parseSource(`${transform}${HEAD}${resources}`, 'a.yaml')
  return new Template(source, source.root as Mapping, kind)
}

const FUNCTIONS = `  F: {Type: AWS::Lambda::Function, Properties: {}}
  G: {Type: AWS::Lambda::Function, Properties: {FunctionName: worker}}
  H: {Type: AWS::Lambda::Function, Properties: {FunctionName: !Sub '\${Name}-h'}}
  Live: {Type: AWS::Lambda::Alias, Properties: {FunctionName: !Ref F, Name: live, FunctionVersion: !GetAtt V.Version}}
  Named: {Type: AWS::Lambda::Alias, Properties: {FunctionName: !GetAtt F.Arn, Name: !Ref Name, FunctionVersion: '1'}}
  V: {Type: AWS::Lambda::Version, Properties: {FunctionName: !Ref F}}
  S: {Type: AWS::Serverless::Function, Properties: {AutoPublishAlias: blue}}
`

describe('functionsIn', () => {
  const uses = (value: string) => {
    const of = template(`${FUNCTIONS}  Use: {Type: AWS::Lambda::Permission, Properties: {FunctionName: ${value}}}\n`, 'sam')
    return functionsIn(of, of.resources.get('Use') as Resource, 'FunctionName').map((use) => [
      use.function.id,
      use.qualifier?.replace(/[\uE002\uE003]/g, '`'),
      ...use.when.because,
    ])
  }
  test.each([
    ['!Ref F', [['F', undefined]]],
    ['!GetAtt F.Arn', [['F', undefined]]],
    ["!Sub '${F.Arn}:live'", [['F', 'live']]],
    ["!Join [':', [!GetAtt F.Arn, live]]", [['F', 'live']]],
    ["!Sub 'arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:${F}'", [['F', undefined]]],
    ["!Sub '${AWS::AccountId}:function:${F}:$LATEST'", [['F', '$LATEST']]],
    ["!Sub ['${A}:1', {A: !Ref F}]", [['F', '1']]],
    ['worker', [['G', undefined]]],
    ['worker:live', [['G', 'live']]],
    ["'arn:aws:lambda:us-east-1:123456789012:function:worker:3'", [['G', '3']]],
    ["!Join ['-', [!Ref Name, h]]", [['H', undefined]]],
    ['!Ref Live', [['F', 'live']]],
    ['!Ref Named', [['F', '`Name`']]],
    ['!Ref V', [['F', '`V.Version`']]],
    ["!Sub '${F}:${V.Version}'", [['F', '`V.Version`']]],
    ['!Ref S.Alias', [['S', 'blue']]],
    ['!Ref SAliasblue', [['S', 'blue']]],
    ['!Ref S.Version', [['S', '`S.Version`']]],
    ["!Sub 'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${F.Arn}:live/invocations'", [['F', 'live']]],
    [
      '!If [IsProd, !Ref Live, !Ref G]',
      [
        ['F', 'live', 'IsProd is true'],
        ['G', undefined, 'IsProd is false'],
      ],
    ],
    ['!Ref Name', []],
    ['other', []],
    ['!ImportValue fn', []],
    ["'arn:aws:sns:us-east-1:123456789012:worker'", []],
  ])('%s', (value, expected) => {
    expect(uses(value)).toEqual(expected)
  })

  test('an alias of an alias that leads back to itself names nothing', () => {
    const of = template('  A: {Type: AWS::Lambda::Alias, Properties: {FunctionName: !Ref A, Name: a}}\n')
    expect(functionsIn(of, of.resources.get('A') as Resource, 'FunctionName')).toEqual([])
  })
})

describe('isSame', () => {
  const of = template(`${FUNCTIONS}  B: {Type: AWS::S3::Bucket}\n  C: {Type: AWS::S3::Bucket, Properties: {BucketName: logs}}\n`)
  const spell = (value: string): string => {
    const source = parseSource(`V: ${value}\n`, 'b.yaml')
    return spellingsOf(of, (source.root as Mapping).entries[0]?.value as never, of.always)[0]?.text as string
  }
  test.each([
    ["!Sub 'arn:${AWS::Partition}:s3:::${B}'", '!GetAtt B.Arn', true],
    ["!Sub '${AWS::StackName}-a'", "!Join ['-', [!Ref AWS::StackName, a]]", true],
    ['!ImportValue x', '!ImportValue x', true],
    ["'{{resolve:ssm:/a}}'", "'{{resolve:ssm:/a}}'", true],
    ['!Ref C', 'logs', true],
    ['!Ref B', '!Ref F', false],
    ['a', 'b', false],
    ["!Sub '${AWS::StackName}-a'", "!Sub '${AWS::StackName}-b'", false],
    ['!Ref B', 'logs', undefined],
    ['!Ref B', '!Ref Name', undefined],
    ['!If [IsProd, a, b]', 'a', true],
    ["!Sub ['${A}', {A: !If [IsProd, a, b]}]", "!Sub ['${A}', {A: !If [IsProd, a, b]}]", undefined],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(isSame(of, spell(one), spell(other))).toBe(expected)
  })
})

describe('eventSourcesOf', () => {
  const sources = (resources: string, kind: 'cloudformation' | 'sam' = 'cloudformation') =>
    eventSourcesOf(template(resources, kind)).map(({ origins, functions, event }) => ({
      event: event?.key.text,
      origins: origins.map(({ kind: of, resource, when }) => [of, resource?.id, ...when.because]),
      functions: functions.map(({ function: fn }) => fn.id),
    }))
  const SOURCES = `  Q: {Type: AWS::SQS::Queue}
  T: {Type: AWS::DynamoDB::Table}
  Bucket: {Type: AWS::S3::Bucket}
  Mine: {Type: Custom::Thing}
  F: {Type: AWS::Lambda::Function, Properties: {}}
`
  test.each([
    ['!GetAtt Q.Arn', [['sqs', 'Q']]],
    ["!Sub 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${Q.QueueName}'", [['sqs', 'Q']]],
    ['!GetAtt T.StreamArn', [['dynamodb', 'T']]],
    ["'arn:aws:kinesis:us-east-1:123456789012:stream/s'", [['kinesis', undefined]]],
    ["!Sub 'arn:aws:sns:us-east-1:${AWS::AccountId}:t'", [['other', undefined]]],
    ['!Ref Bucket', [['other', 'Bucket']]],
    ['!GetAtt Mine.Arn', [[undefined, 'Mine']]],
    ['!Ref Name', [[undefined, undefined]]],
    ['!If [IsProd, !GetAtt Q.Arn, !Ref AWS::NoValue]', [['sqs', 'Q', 'IsProd is true']]],
  ])('%s', (arn, origins) => {
    const mapping = `  M: {Type: AWS::Lambda::EventSourceMapping, Properties: {FunctionName: !Ref F, EventSourceArn: ${arn}}}\n`
    expect(sources(`${SOURCES}${mapping}`)).toEqual([{ event: undefined, origins, functions: ['F'] }])
  })
  test('a cluster of its own', () => {
    const mapping = '  M: {Type: AWS::Lambda::EventSourceMapping, Properties: {FunctionName: !Ref F, SelfManagedEventSource: {}}}\n'
    expect(sources(`${SOURCES}${mapping}`)).toEqual([{ event: undefined, origins: [['kafka', undefined]], functions: ['F'] }])
  })
  test('events of SAM', () => {
    const fn = `  S:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        A: {Type: SQS, Properties: {Queue: !GetAtt Q.Arn}}
        B: {Type: DynamoDB, Properties: {Stream: !Ref Name}}
        C: {Type: SelfManagedKafka, Properties: {KafkaBootstrapServers: [a]}}
        D: {Type: SNS, Properties: {Topic: !Ref Name}}
`
    expect(sources(`${SOURCES}${fn}`, 'sam')).toEqual([
      { event: 'A', origins: [['sqs', 'Q']], functions: ['S'] },
      { event: 'B', origins: [['dynamodb', undefined]], functions: ['S'] },
      { event: 'C', origins: [['kafka', undefined]], functions: ['S'] },
    ])
  })
})
