/** Who may deliver to a queue or a topic of the template. */
import { describe, expect, test } from 'vitest'
import { deliveriesBy, mayAccess, mayDeliver, resourcePoliciesOf } from '../../src/policy/deliveries.ts'
import { parseSource } from '../../src/source/source.ts'
import type { Mapping } from '../../src/source/tree.ts'
import { type Resource, Template } from '../../src/template/template.ts'
import { ALWAYS } from '../../src/values.ts'

const HEAD = `
Parameters:
  Name: {Type: String}
Conditions:
  IsProd: !Equals [!Ref Name, prod]
Resources:
  Queue: {Type: AWS::SQS::Queue, Properties: {QueueName: jobs}}
  Other: {Type: AWS::SQS::Queue}
  Topic: {Type: AWS::SNS::Topic}
  News: {Type: AWS::SNS::Topic}
  Rule: {Type: AWS::Events::Rule}
  Bucket: {Type: AWS::S3::Bucket}
`
function template(more: string, kind: 'cloudformation' | 'sam' = 'cloudformation'): Template {
  const source = parseSource(HEAD.trimStart() + more, 'a.yaml')
  return new Template(source, source.root as Mapping, kind)
}
const resource = (of: Template, id: string): Resource => of.resources.get(id) as Resource

const policy = (statement: string, queues = '[!Ref Queue]', more = ''): string =>
  `  Policy:\n    Type: AWS::SQS::QueuePolicy\n${more}    Properties:\n      Queues: ${queues}\n      PolicyDocument:\n        Statement: ${statement}\n`
const allow = (principal: string, more = '', action = 'sqs:SendMessage', on = '!GetAtt Queue.Arn'): string =>
  `[{Effect: Allow, Principal: ${principal}, Action: '${action}', Resource: ${on}${more}}]`
const from = (arn: string, operator = 'ArnEquals'): string => `, Condition: {${operator}: {aws:SourceArn: ${arn}}}`

/** Whether the topic may send to the queue. */
const verdict = (more: string, service = 'sns.amazonaws.com', source = 'Topic'): string => {
  const of = template(more)
  return mayDeliver(resource(of, 'Queue'), { service, source: resource(of, source) })
}

describe('mayDeliver to a queue', () => {
  test('without a policy', () => {
    expect(verdict('')).toBe('no')
  })
  test.each([
    ['{Service: sns.amazonaws.com}', '', 'yes'],
    ["'*'", '', 'yes'],
    ["{AWS: '*'}", from('!Ref Topic'), 'yes'],
    ["'*'", from('!Ref Topic', 'StringEquals'), 'yes'],
    ["'*'", from('[!Ref News, !Ref Topic]'), 'yes'],
    ["'*'", from('!Ref News'), 'no'],
    ["'*'", from('!Ref Name'), 'unknown'],
    ["'*'", from("'arn:aws:sns:eu-west-1:123456789012:news'"), 'unknown'],
    ["'*'", from("'arn:aws:s3:::uploads'"), 'no'],
    ["'*'", ', Condition: {StringEquals: {aws:SourceAccount: "123456789012"}}', 'unknown'],
    ['{Service: [events.amazonaws.com, sns.amazonaws.com]}', '', 'yes'],
    ['{Service: sns.eu-south-1.amazonaws.com}', '', 'unknown'],
    ['{Service: !Ref Name}', '', 'unknown'],
    ['{Service: !Sub "sns.${AWS::URLSuffix}"}', '', 'yes'],
    ['{AWS: !Ref Name}', '', 'unknown'],
    ['{Service: events.amazonaws.com}', '', 'no'],
    ['{AWS: !Ref AWS::AccountId}', '', 'no'],
  ])('%s%s: %s', (principal, condition, expected) => {
    expect(verdict(policy(allow(principal, condition)))).toBe(expected)
  })
  test.each([
    ['sqs:*', "'*'", 'yes'],
    ['SQS:SendMessage*', "'arn:aws:sqs:*:*:jobs'", 'unknown'],
    ['sqs:ReceiveMessage', "'*'", 'no'],
    ['sqs:SendMessage', '!GetAtt Other.Arn', 'no'],
    ['sqs:SendMessage', '!Ref Queue', 'unknown'],
    ['sqs:SendMessage', "!Sub 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:jobs'", 'unknown'],
    ['sqs:SendMessage', "!Sub 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:other'", 'no'],
    ['sqs:SendMessage', "!Sub 'arn:aws:sns:${AWS::Region}:${AWS::AccountId}:jobs'", 'no'],
  ])('%s on %s: %s', (action, on, expected) => {
    expect(verdict(policy(allow('{Service: sns.amazonaws.com}', '', action, on)))).toBe(expected)
  })
  test.each([
    ['[!Ref Other]', 'no'],
    ['[!Ref Name]', 'unknown'],
    ['!Ref Name', 'unknown'],
    ['[!Ref Other, !Ref Queue]', 'yes'],
    ['[!If [IsProd, !Ref Queue, !Ref Other]]', 'unknown'],
  ])('a policy of %s: %s', (queues, expected) => {
    expect(verdict(policy(allow('{Service: sns.amazonaws.com}'), queues))).toBe(expected)
  })
  test('statements that deny', () => {
    const deny = (more: string): string =>
      `[${allow("'*'").slice(1, -1)}, {Effect: Deny, Principal: '*', Action: 'sqs:*', Resource: '*'${more}}]`
    expect(verdict(policy(deny('')))).toBe('no')
    expect(verdict(policy(deny(', Condition: {Bool: {aws:SecureTransport: false}}')))).toBe('yes')
    expect(verdict(policy(deny(', Condition: {StringNotEquals: {aws:SourceAccount: "123456789012"}}')))).toBe('unknown')
  })
  test('documents and templates that are not known', () => {
    expect(verdict(policy('!Ref Name'))).toBe('unknown')
    expect(verdict(policy("[{'Fn::Transform': {Name: M}}]"))).toBe('unknown')
    expect(verdict('  Fn::Transform: {Name: M}\n')).toBe('unknown')
    expect(verdict(policy(`[!If [IsProd, ${allow("'*'").slice(1, -1)}, !Ref AWS::NoValue]]`))).toBe('unknown')
  })
  test('only what can be there at the same time counts', () => {
    const of = template(policy(allow("'*'"), '[!Ref Queue]', '    Condition: IsProd\n'))
    const { logic } = of
    const queue = resource(of, 'Queue')
    const service = 'sns.amazonaws.com'
    expect(mayDeliver(queue, { service, when: logic.named('IsProd', false) })).toBe('no')
    expect(mayDeliver(queue, { service, when: ALWAYS })).toBe('unknown')
  })
  test('an inline policy', () => {
    const inline = `  Policy:\n    Type: AWS::SQS::QueueInlinePolicy\n    Properties:\n      Queue: !Ref Queue\n      PolicyDocument:\n        Statement: ${allow("'*'")}\n`
    expect(verdict(inline)).toBe('yes')
  })
  test('the queue of an SNS event of SAM, and connectors', () => {
    const event = (queue: string): string =>
      `  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Events:\n        N: {Type: SNS, Properties: {Topic: !Ref Topic, SqsSubscription: {QueueArn: !GetAtt ${queue}.Arn, QueueUrl: !Ref ${queue}}}}\n`
    const said = (more: string): string => {
      const of = template(more, 'sam')
      return mayDeliver(resource(of, 'Queue'), { service: 'sns.amazonaws.com', source: resource(of, 'Topic') })
    }
    expect(said(event('Queue'))).toBe('yes')
    expect(said(event('Other'))).toBe('no')
    expect(said('  C: {Type: AWS::Serverless::Connector, Properties: {}}\n')).toBe('unknown')
  })
})

describe('mayDeliver to a topic', () => {
  const said = (more: string, service: string): string => mayDeliver(resource(template(more), 'Topic'), { service })
  const topicPolicy = (statement: string): string =>
    `  Policy:\n    Type: AWS::SNS::TopicPolicy\n    Properties:\n      Topics: [!Ref Topic]\n      PolicyDocument: {Statement: ${statement}}\n`
  test.each([
    ['', 'events.amazonaws.com', 'no'],
    ['', 'cloudwatch.amazonaws.com', 'unknown'],
    [topicPolicy(allow('{Service: events.amazonaws.com}', '', 'sns:Publish', '!Ref Topic')), 'events.amazonaws.com', 'yes'],
    [topicPolicy(allow('{Service: events.amazonaws.com}', '', 'sns:Publish', '!Ref News')), 'events.amazonaws.com', 'no'],
    [topicPolicy(allow('{Service: events.amazonaws.com}', '', 'sns:Publish', '!Ref Topic')), 'cloudwatch.amazonaws.com', 'no'],
  ])('%s%s: %s', (more, service, expected) => {
    expect(said(more, service)).toBe(expected)
  })
})

test('the policy of a key', () => {
  const key = (principal: string): string =>
    `  Key:\n    Type: AWS::KMS::Key\n    Properties:\n      KeyPolicy: {Statement: ${allow(principal, '', 'kms:*', "'*'")}}\n`
  const said = (more: string): string => {
    const of = template(more)
    return mayAccess(resource(of, 'Key'), { action: 'kms:Decrypt', service: 'sns.amazonaws.com' })
  }
  expect(said(key('{Service: sns.amazonaws.com}'))).toBe('yes')
  expect(said(key('{AWS: !Ref AWS::AccountId}'))).toBe('no')
  expect(said('  Key: {Type: AWS::KMS::Key}\n')).toBe('unknown')
})

test('policies of other types are not known', () => {
  expect(resourcePoliciesOf(resource(template(''), 'Rule'))).toEqual({ policies: [], isComplete: false })
})

describe('deliveriesBy', () => {
  const said = (id: string, more: string): unknown[] =>
    deliveriesBy(resource(template(more), id)).map(({ service, source, target, isDeadLetter, hasRole, when }) =>
      [
        service.split('.')[0],
        source?.id ?? '-',
        target.id,
        ...(isDeadLetter ? ['dead letters'] : []),
        ...(hasRole ? ['role'] : []),
        ...when.because,
      ].join(' '),
    )
  test('a rule', () => {
    const targets =
      '[{Id: a, Arn: !GetAtt Queue.Arn}, {Id: b, Arn: !Ref Topic, RoleArn: !Ref Name, DeadLetterConfig: {Arn: !GetAtt Other.Arn}}, {Id: c, Arn: !Ref Name}]'
    expect(said('R', `  R: {Type: AWS::Events::Rule, Properties: {Targets: ${targets}}}\n`)).toEqual([
      'events R Queue',
      'events R Topic role',
      'events R Other dead letters',
    ])
  })
  test.each([
    ['{TopicArn: !Ref Topic, Protocol: sqs, Endpoint: !GetAtt Queue.Arn}', ['sns Topic Queue']],
    ['{TopicArn: !Ref Name, Protocol: sqs, Endpoint: !GetAtt Queue.Arn}', ['sns - Queue']],
    ['{TopicArn: !Ref Topic, Protocol: https, Endpoint: !GetAtt Queue.Arn}', []],
    [
      '{TopicArn: !Ref Topic, Protocol: sqs, Endpoint: !If [IsProd, !GetAtt Queue.Arn, !Ref Name], RedrivePolicy: {deadLetterTargetArn: !GetAtt Other.Arn}}',
      ['sns Topic Queue IsProd is true', 'sns Topic Other dead letters'],
    ],
  ])('a subscription %s', (properties, expected) => {
    expect(said('S', `  S: {Type: AWS::SNS::Subscription, Properties: ${properties}}\n`)).toEqual(expected)
  })
  test('a topic and a bucket', () => {
    expect(said('T', '  T: {Type: AWS::SNS::Topic, Properties: {Subscription: [{Protocol: sqs, Endpoint: !GetAtt Queue.Arn}]}}\n')).toEqual(
      ['sns T Queue'],
    )
    const notifications = '{QueueConfigurations: [{Queue: !GetAtt Queue.Arn}], TopicConfigurations: [{Topic: !Ref Topic}]}'
    expect(said('B', `  B: {Type: AWS::S3::Bucket, Properties: {NotificationConfiguration: ${notifications}}}\n`)).toEqual([
      's3 B Queue',
      's3 B Topic',
    ])
  })
})

test('what writes the logs of a bucket names the bucket as its source', () => {
  const statement =
    "{Effect: Allow, Principal: {Service: logging.s3.amazonaws.com}, Action: 's3:PutObject', Resource: !Sub '${Bucket.Arn}/*', Condition: {ArnLike: {aws:SourceArn: !Sub 'arn:aws:s3:::${Name}'}}}"
  const of = template(
    `  P: {Type: AWS::S3::BucketPolicy, Properties: {Bucket: !Ref Bucket, PolicyDocument: {Statement: [${statement}]}}}\n`,
  )
  const access = { action: 's3:PutObject', service: 'logging.s3.amazonaws.com' }
  expect(mayAccess(resource(of, 'Bucket'), access)).toBe('unknown')
  expect(mayAccess(resource(of, 'Bucket'), { ...access, service: 'delivery.logs.amazonaws.com' })).toBe('no')
})
