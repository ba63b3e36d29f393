/** One mistake is told by one rule: where two could speak of the same place, the other one knows and is silent. */
import { expect, test } from 'vitest'
import { core, rules, schemas } from './support/built.ts'

const queue = (properties: string): string => `Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    Properties: ${properties}\n`
const condition = (expression: string): string =>
  `Conditions:\n  IsSo: ${expression}\nResources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    Condition: IsSo\n`

const CASES: readonly (readonly [mistake: string, text: string, rule: string])[] = [
  ['a misspelt dynamic reference', queue("{QueueName: '{{ resolve:ssm:/jobs }}'}"), 'intrinsic/unresolved-dynamic-reference'],
  ['an alias without an anchor', queue('{QueueName: *jobs}'), 'source/undefined-alias'],
  ['a second key beside a function', queue('{QueueName: {Ref: AWS::StackName, Suffix: jobs}}'), 'intrinsic/function-with-siblings'],
  ['a misspelt function', queue("{QueueName: {'Fn:Sub': '${AWS::StackName}'}}"), 'intrinsic/unknown-function'],
  ['Condition in place of a value', queue('{FifoQueue: !Condition IsSo}'), 'intrinsic/misplaced-function'],
  ['Fn::Sub whose variables are no map', queue("{QueueName: !Sub ['${Name}', jobs]}"), 'intrinsic/malformed-sub'],
  [
    'a queue that sends to itself',
    queue('{RedrivePolicy: {deadLetterTargetArn: !GetAtt Jobs.Arn, maxReceiveCount: 3}}'),
    'template/circular-dependency',
  ],
  ['a condition that is null', condition('~'), 'condition/malformed-function'],
  ['a function of conditions that takes null', condition('{Fn::And: ~}'), 'condition/malformed-function'],
  ['a condition in a list that is null', condition('!Not [~]'), 'condition/malformed-function'],
  [
    'an expression as policy',
    'Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    DeletionPolicy: !Equals [a, b]\n',
    'intrinsic/misplaced-function',
  ],
  [
    'a function in place of a parameter that it names',
    `Parameters:\n  Name: {Type: String}\n${queue('{QueueName: {Ref: Name, Suffix: jobs}}')}`,
    'intrinsic/function-with-siblings',
  ],
  [
    'a misspelt property that is required',
    'Resources:\n  Store:\n    Type: AWS::S3::Bucket\n    Properties: {VersioningConfiguration: {State: Enabled}}\n',
    'schema/unknown-property',
  ],
  [
    'a misspelt name of a parameter',
    `Parameters:\n  Name: {Type: String}\n${queue('{QueueName: !Ref Nmae}')}`,
    'intrinsic/unknown-reference',
  ],
  [
    'a misspelt name of a condition',
    condition('!Equals [!Ref AWS::Region, eu-west-1]').replace('Condition: IsSo', 'Condition: isSoo'),
    'condition/unknown-condition',
  ],
  [
    'a misspelt name of a mapping',
    `Mappings:\n  Sizes: {eu-west-1: {Delay: 5}}\n${queue('{DelaySeconds: !FindInMap [Size, !Ref AWS::Region, Delay]}')}`,
    'intrinsic/unknown-mapping',
  ],
  [
    'a function in a mapping',
    `Mappings:\n  Names: {eu-west-1: {Name: !Sub '\${AWS::StackName}'}}\n${queue('{QueueName: !FindInMap [Names, eu-west-1, Name]}')}`,
    'mapping/function-not-allowed',
  ],
  ['a key that is no text', queue("{QueueName: !Join ['', [{{Name}}]]}"), 'source/unsupported-key'],
  [
    'a function as Type of a parameter',
    `Parameters:\n  Name:\n    Type: !Ref AWS::StackName\n${queue('{QueueName: !Ref Name}')}`,
    'parameter/type-missing',
  ],
]

test.each(CASES)('%s', (_, text, rule) => {
  const { findings } = core.lint(text, 'template.yaml', { rules, schemas, level: 'warning' })
  expect(findings.map((finding) => finding.rule)).toEqual([rule])
})
