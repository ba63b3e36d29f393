/** Policies, wherever and however they stand. */
import { describe, expect, test } from 'vitest'
import { type PolicyDocument, policiesOf } from '../../src/policy/policy.ts'
import { leastLength } from '../../src/policy/size.ts'
import { parseSource } from '../../src/source/source.ts'
import type { Mapping } from '../../src/source/tree.ts'
import { suspectsOf } from '../../src/template/forms.ts'
import { Template } from '../../src/template/template.ts'
import { OPAQUE, WORD } from '../../src/text.ts'

function policies(text: string, kind: 'cloudformation' | 'sam' = 'cloudformation'): PolicyDocument[] {
  const source = parseSource(text, 'a.yaml')
  return policiesOf(new Template(source, source.root as Mapping, kind))
}

const HEAD = `Parameters:
  Text: {Type: String}
  Stage: {Type: String, AllowedValues: [test, prod]}
  Json: {Type: String, Default: '{"Statement": {"Effect": "Deny"}}'}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Bucket: {Type: AWS::S3::Bucket}
  Role: {Type: AWS::IAM::Role}
`
const policy = (document: string): PolicyDocument[] =>
  policies(`${HEAD}  Policy:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument: ${document}\n`)
const effects = (found: readonly PolicyDocument[]): string[] =>
  found.flatMap(({ statements }) =>
    statements.flatMap((one) => one.forms('Effect').map(({ text, when }) => [text, ...when.because].join(' '))),
  )

describe('a policy is found', () => {
  test.each([
    ['as a list of statements', '{Statement: [{Effect: Allow}, {Effect: Deny}]}', ['Allow', 'Deny']],
    ['with a single statement', '{Statement: {Effect: Allow}}', ['Allow']],
    [
      'with a statement behind Fn::If',
      '{Statement: [!If [IsProd, {Effect: Allow}, {Effect: Deny}]]}',
      ['Allow IsProd is true', 'Deny IsProd is false'],
    ],
    ['with all statements behind Fn::If', '{Statement: !If [IsProd, [{Effect: Allow}], !Ref AWS::NoValue]}', ['Allow IsProd is true']],
    [
      'wholly behind Fn::If',
      '!If [IsProd, {Statement: {Effect: Allow}}, {Statement: {Effect: Deny}}]',
      ['Allow IsProd is true', 'Deny IsProd is false'],
    ],
    ['as text', '\'{"Statement": [{"Effect": "Allow"}]}\'', ['Allow']],
    ['as the text of a parameter', '!Ref Json', ['Deny']],
    ['as Fn::Sub', '!Sub \'{"Statement": [{"Effect": "Allow", "Resource": "${Text}"}]}\'', ['Allow']],
    ['as Fn::Join', '!Join ["", [\'{"Statement": [{"Effect": "\', "Allow", \'"}]}\']]', ['Allow']],
    ['as Fn::ToJsonString', '{Fn::ToJsonString: {Statement: [{Effect: Allow}]}}', ['Allow']],
    ['nowhere in an unknown value', '!Ref Text', []],
    ['nowhere in a text that is no object', 'all', []],
  ])('%s', (_, document, expected) => {
    expect(effects(policy(document))).toEqual(expected)
  })

  test('in Policies of SAM, names and templates left out', () => {
    const sam = (list: string) =>
      policies(`Resources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Policies: ${list}\n`, 'sam')
    expect(effects(sam('[{Statement: {Effect: Allow}}, AdministratorAccess, {SQSPollerPolicy: {QueueName: a}}]'))).toEqual(['Allow'])
    expect(effects(sam('{Statement: [{Effect: Deny}]}'))).toEqual(['Deny'])
    expect(effects(sam('AdministratorAccess'))).toEqual([])
  })

  test('under each path of its type', () => {
    const found = policies(
      'Resources:\n  R:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument: {Statement: []}\n' +
        '      Policies:\n        - {PolicyName: a, PolicyDocument: {Statement: []}}\n        - {PolicyName: b, PolicyDocument: {Statement: []}}\n',
    )
    expect(found.map(({ kind }) => kind)).toEqual(['trust', 'identity', 'identity'])
  })

  test('with exact places where it is text', () => {
    const text = `${HEAD}  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument: !Sub '{"Statement": {"Effect": "allow"}}'\n`
    const [span] = policies(text).flatMap(({ statements }) => statements.flatMap((one) => one.facts('Effect').map(({ node }) => node.span)))
    expect(span && text.slice(span.start, span.end)).toBe('"allow"')
  })
})

describe('isComplete', () => {
  test.each([
    ['{Statement: [{Effect: Allow}]}', true],
    ['{Statement: {Effect: Allow}}', true],
    ['{Statement: [!If [IsProd, {Effect: Allow}, !Ref AWS::NoValue]]}', true],
    ['{Statement: [!Ref Text]}', false],
    ['{Statement: !Ref Text}', false],
    ['{Statement: [{Effect: Allow, Fn::Transform: {Name: More}}]}', false],
  ])('%s: %s', (document, expected) => {
    expect(policy(document).map(({ isComplete }) => isComplete)).toEqual([expected])
  })
})

describe('forms', () => {
  const forms = (resource: string) =>
    policy(`{Statement: {Resource: ${resource}}}`).flatMap(({ statements }) => statements.flatMap((one) => one.forms('Resource')))
  test.each([
    ['a', ['a']],
    ['[a, b]', ['a', 'b']],
    ['!If [IsProd, a, [b, c]]', ['a', 'b', 'c']],
    ['!Ref Text', [OPAQUE]],
    ['!GetAtt Bucket.Arn', [`arn:${WORD}:s3:::${WORD}`]],
    ['!Ref Bucket', [WORD]],
    ["!Sub 'arn:${AWS::Partition}:s3:::${Bucket}/${Text}'", [`arn:${WORD}:s3:::${WORD}/${OPAQUE}`]],
    ["!Sub ['${A}/*', {A: !GetAtt Bucket.Arn}]", [`arn:${WORD}:s3:::${WORD}/*`]],
    ["!Join ['', [!GetAtt Bucket.Arn, '/*']]", [`arn:${WORD}:s3:::${WORD}/*`]],
    ["!Join [':', [a, !If [IsProd, !Ref Text, !Ref AWS::NoValue], b]]", ['a:b', `a:${OPAQUE}:b`]],
    ["!Sub '${Stage}/${AWS::AccountId}'", [`test/${WORD}`, `prod/${WORD}`]],
    ["!Sub '${Text}'", [OPAQUE]],
    ["'{{resolve:ssm:a}}/b'", [`${OPAQUE}/b`]],
    ['!ImportValue a', [OPAQUE]],
    ['{a: b}', [OPAQUE]],
    ['!Ref AWS::NoValue', []],
  ])('%s', (resource, expected) => {
    expect(forms(resource).map(({ text }) => text)).toEqual(expect.arrayContaining(expected))
    expect(forms(resource)).toHaveLength(expected.length)
  })

  test('of a value that is wrong in all cases, the known ones are suspected', () => {
    const [known, unknown] = [forms('[x]'), forms('!Sub "${AWS::AccountId}x"')]
    expect(suspectsOf([...known, ...unknown], (text) => text.includes('x')).map(({ text }) => text)).toEqual(['x', `${WORD}x`])
    const stages = forms('!Sub "${Stage}${AWS::AccountId}"')
    expect(suspectsOf(stages, () => true)).toHaveLength(1)
  })
})

describe('principals', () => {
  const principals = (principal: string) =>
    policy(`{Statement: {Principal: ${principal}}}`).flatMap(({ statements }) =>
      statements.flatMap((one) => one.principals().map(({ type, text }) => `${type} ${text}`)),
    )
  test.each([
    ["'*'", ['* *']],
    ["{AWS: '*', Service: [a, b]}", ['AWS *', 'Service a', 'Service b']],
    ['!If [IsProd, {AWS: a}, {Service: b}]', ['AWS a', 'Service b']],
    ['!Ref Text', [` ${OPAQUE}`]],
    ['{AWS: !GetAtt Role.Arn}', [`AWS arn:${WORD}:iam::${WORD}:role/${OPAQUE}`]],
  ])('%s', (principal, expected) => {
    expect(principals(principal)).toEqual(expected)
  })
})

describe('leastLength', () => {
  const length = (document: string) => policy(document).map(leastLength)
  test('is that of the JSON without white space', () => {
    const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: ['a:b', 'c:d'], Resource: '*' }] }
    expect(length(JSON.stringify(document))).toEqual([JSON.stringify(document).length])
    expect(length(`'${JSON.stringify(document, null, 2).replaceAll('\n', '')}'`)).toEqual([JSON.stringify(document).length])
  })
  test('counts nothing that is not certain', () => {
    expect(length('{Statement: []}')).toEqual(length('{Statement: [], Id: !Ref AWS::NoValue}'))
    expect(length('{Id: !Ref Text}')).toEqual(['{"Id":}'.length])
    expect(length('{Id: !If [IsProd, abc, a]}')).toEqual(['{"Id":"a"}'.length])
  })
})
