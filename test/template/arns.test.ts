/** What ARNs lead to and say, also where they are known in part. */
import { expect, test } from 'vitest'
import { parseSource } from '../../src/source/source.ts'
import type { Mapping } from '../../src/source/tree.ts'
import { arnsAt, fifoIn, serviceIn, serviceOfType } from '../../src/template/arns.ts'
import { formsOf } from '../../src/template/forms.ts'
import { hole, spelledArnOf } from '../../src/template/spelling.ts'
import { leadsAt, nodesAt } from '../../src/template/targets.ts'
import { type Resource, Template } from '../../src/template/template.ts'
import { OPAQUE, WORD } from '../../src/text.ts'

const source = parseSource(
  `Parameters:
  Name: {Type: String}
Conditions:
  IsOn: !Equals [!Ref Name, on]
Resources:
  Fifo: {Type: AWS::SQS::Queue, Properties: {FifoQueue: true}}
  Topic: {Type: AWS::SNS::Topic}
  Group: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: /a/b}}
  Role: {Type: AWS::IAM::Role}
  Table: {Type: AWS::Serverless::SimpleTable}
  Rule:
    Type: AWS::Events::Rule
    Properties:
      RoleArn: !If [IsOn, !GetAtt Role.Arn, !Sub '\${Topic}']
      Targets:
        - Arn: !GetAtt Fifo.Arn
        - Arn: !Ref Topic
        - Arn: arn:aws:sqs:eu-west-1:123456789012:jobs.fifo
        - Arn: !Sub 'arn:\${AWS::Partition}:states:\${AWS::Region}:\${AWS::AccountId}:stateMachine:m'
        - Arn: !Ref Name
        - Arn: jobs
      Texts: [!Sub '\${Group.Arn}', !Sub '\${Role.Arn}/x', !Sub '\${Group}/x', !Sub '\${Table.Arn}/index/*']
`,
  'a.yaml',
)
const template = new Template(source, source.root as Mapping, 'sam')
const resource = (id: string) => template.resources.get(id) as Resource

test('what an ARN leads to', () => {
  const uses = arnsAt(template, resource('Rule'), 'Targets.*.Arn')
  expect(uses.map((use) => [use.resource?.id, use.attribute, use.type, use.service, use.fifo.map(({ isFifo }) => isFifo)])).toEqual([
    ['Fifo', 'Arn', 'AWS::SQS::Queue', 'sqs', [true]],
    ['Topic', undefined, 'AWS::SNS::Topic', 'sns', [false]],
    [undefined, undefined, '', 'sqs', [true]],
    [undefined, undefined, '', 'states', []],
    [undefined, undefined, '', undefined, []],
    [undefined, undefined, '', undefined, []],
  ])
  expect(uses.every(({ holder }) => holder.entries.some(({ key }) => key.text === 'Arn'))).toBe(true)
})

test('what a property leads to, case by case', () => {
  const shown = (...types: string[]) =>
    leadsAt(template, resource('Rule'), 'RoleArn', ...types).map((lead) => [lead.resource.id, ...lead.when.because])
  expect(shown()).toEqual([
    ['Role', 'IsOn is true'],
    ['Topic', 'IsOn is false'],
  ])
  expect(shown('AWS::IAM::Role')).toEqual([['Role', 'IsOn is true']])
})

test('the end of a name says whether it is FIFO, the beginning of an ARN which service it is of', () => {
  expect([`${OPAQUE}.fifo`, `${hole('Name')}.fifo`, 'jobs', `jobs-${WORD}`, `${OPAQUE}fifo`, hole('Name')].map(fifoIn)).toEqual([
    true,
    true,
    false,
    undefined,
    undefined,
    undefined,
  ])
  expect([`arn:${WORD}:sqs:${OPAQUE}`, `arn:${OPAQUE}:sqs:x`, `arn:aws:${WORD}:x`, 'jobs'].map(serviceIn)).toEqual([
    'sqs',
    undefined,
    undefined,
    undefined,
  ])
  expect(
    ['AWS::Serverless::Function', 'AWS::StepFunctions::StateMachine', 'Custom::Queue', 'AWS::SSM::Parameter'].map(serviceOfType),
  ).toEqual(['lambda', 'states', undefined, undefined])
})

test('what resources give, as far as their type says', () => {
  const texts = nodesAt(resource('Rule'), 'Texts.*').flatMap(({ node, when }) => formsOf(template, node, when).map(({ text }) => text))
  const start = (service: string, region = WORD): string => `arn:${WORD}:${service}:${region}:${WORD}`
  expect(texts).toEqual([
    `${start('logs')}:log-group:${OPAQUE}:*`,
    `${start('iam', '')}:role/${OPAQUE}/x`,
    `${OPAQUE}/x`,
    `${start('dynamodb')}:table/${WORD}/index/*`,
  ])
  const account = `${hole('AWS::Region')}:${hole('AWS::AccountId')}`
  expect(spelledArnOf(resource('Group'))).toBe(`arn:${hole('AWS::Partition')}:logs:${account}:log-group:/a/b:*`)
  expect(spelledArnOf(resource('Role'))).toBeUndefined()
})
