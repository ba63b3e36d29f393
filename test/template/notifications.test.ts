/** What a bucket notifies, in its own configuration and through events of SAM. */
import { describe, expect, test } from 'vitest'
import { parseSource } from '../../src/source/source.ts'
import type { Mapping } from '../../src/source/tree.ts'
import { notificationFilter, notificationsOf, notificationTarget } from '../../src/template/notifications.ts'
import { type Resource, Template } from '../../src/template/template.ts'

function bucket(properties: string, more = '', kind: 'cloudformation' | 'sam' = 'cloudformation'): Resource {
  const head = 'Parameters: {Name: {Type: String}}\nConditions: {IsProd: !Equals [!Ref Name, prod]}\n'
  const text = `${head}Resources:\n  Bucket: {Type: AWS::S3::Bucket, Properties: {NotificationConfiguration: ${properties}}}\n${more}`
  const source = parseSource(text, 'a.yaml')
  return new Template(source, source.root as Mapping, kind).resources.get('Bucket') as Resource
}
const queue = (more: string): string => `{QueueConfigurations: [{Event: 's3:ObjectCreated:*', Queue: !Ref Name${more}}]}`
const filter = (...rules: string[]): string => `, Filter: {S3Key: {Rules: [${rules.join(', ')}]}}`

describe('notificationsOf', () => {
  test('has the three kinds of targets', () => {
    const of = bucket(
      "{TopicConfigurations: [{Event: 's3:ObjectRemoved:*', Topic: t}], LambdaConfigurations: [{Event: 's3:ObjectCreated:*', Function: f}], EventBridgeConfiguration: {}}",
    )
    expect(notificationsOf(of).map(({ kind, events }) => [kind, ...events.map(({ value }) => value)])).toEqual([
      ['function', 's3:ObjectCreated:*'],
      ['topic', 's3:ObjectRemoved:*'],
    ])
    expect(notificationsOf(of).map((one) => notificationTarget(one)?.node.kind)).toEqual(['scalar', 'scalar'])
  })

  test('has the events of the functions of SAM that name the bucket', () => {
    const events = (name: string) => `{A: {Type: S3, Properties: {Bucket: ${name}, Events: ['s3:ObjectCreated:*', 's3:ObjectRemoved:*']}}}`
    const fn = (id: string, name: string) => `  ${id}: {Type: AWS::Serverless::Function, Properties: {Events: ${events(name)}}}\n`
    const of = bucket('{}', fn('F', '!Ref Bucket') + fn('G', '!Ref Name'), 'sam')
    expect(notificationsOf(of).map(({ owner, events: types, targetKey }) => [owner?.id, types.length, targetKey])).toEqual([
      ['F', 2, undefined],
    ])
  })
})

describe('notificationFilter', () => {
  const keys = (more: string) => notificationsOf(bucket(queue(more))).map(notificationFilter)
  test.each([
    ['', { prefix: '', suffix: '' }],
    [filter('{Name: prefix, Value: in/}'), { prefix: 'in/', suffix: '' }],
    [filter('{Name: Prefix, Value: in/}', '{Name: suffix, Value: .jpg}'), { prefix: 'in/', suffix: '.jpg' }],
    [filter('{Name: prefix, Value: !Ref Name}'), undefined],
    [filter('!If [IsProd, {Name: prefix, Value: in/}, !Ref AWS::NoValue]'), undefined],
    [', Filter: !If [IsProd, {S3Key: {Rules: []}}, !Ref AWS::NoValue]', undefined],
  ])('%s', (more, expected) => expect(keys(more)).toEqual([expected]))
})
