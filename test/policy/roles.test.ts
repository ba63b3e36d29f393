/** What a property's role is, who may take it and what it may do. */
import { describe, expect, test } from 'vitest'
import { roleOf, rolesAt } from '../../src/policy/roles.ts'
import { parseSource } from '../../src/source/source.ts'
import type { Mapping } from '../../src/source/tree.ts'
import { type Resource, Template } from '../../src/template/template.ts'

function template(resources: string): Template {
  const source = parseSource(
    `Parameters:\n  Name: {Type: String}\nConditions:\n  IsProd: !Equals [!Ref Name, prod]\nResources:\n${resources}`,
    'a.yaml',
  )
  return new Template(source, source.root as Mapping, 'cloudformation')
}
const resource = (of: Template, id: string): Resource => of.resources.get(id) as Resource

const trusting = (principal: string, action = 'sts:AssumeRole'): string =>
  `  Role:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument:\n        Statement: {Effect: Allow, Action: '${action}', Principal: ${principal}}\n`

describe('rolesAt', () => {
  const ids = (role: string, more = '') => {
    const of = template(`${trusting('{}')}${more}  F:\n    Type: AWS::Lambda::Function\n    Properties: {Role: ${role}}\n`)
    return rolesAt(resource(of, 'F'), 'Role').map((use) => [use.role.resource.id, use.attribute, ...use.when.because])
  }
  test.each([
    ['!GetAtt Role.Arn', [['Role', 'Arn']]],
    ['!Ref Role', [['Role', undefined]]],
    ["!Sub '${Role.Arn}'", [['Role', 'Arn']]],
    ["!Sub ['${A}', {A: !GetAtt Role.Arn}]", [['Role', 'Arn']]],
    ['!If [IsProd, !GetAtt Role.Arn, !Ref Name]', [['Role', 'Arn', 'IsProd is true']]],
    ["!Sub 'arn:aws:iam::1:role/${Role}'", []],
    ['!Ref Name', []],
    ['arn:aws:iam::123456789012:role/app', []],
  ])('%s', (role, expected) => {
    expect(ids(role)).toEqual(expected)
  })
  test('through an instance profile', () => {
    const profile = '  Profile:\n    Type: AWS::IAM::InstanceProfile\n    Properties: {Roles: [!Ref Role]}\n'
    expect(ids('!Ref Profile', profile)).toEqual([['Role', undefined]])
  })
  test('a profile that names itself has no role', () => {
    const profile = '  Profile:\n    Type: AWS::IAM::InstanceProfile\n    Properties: {Roles: [!Ref Profile]}\n'
    expect(ids('!Ref Profile', profile)).toEqual([])
  })
})

describe('mayBeTakenBy', () => {
  test.each([
    ['{Service: ec2.amazonaws.com}', 'sts:AssumeRole', true],
    ['{Service: [lambda.amazonaws.com, ec2.amazonaws.com.cn]}', 'sts:*', true],
    ['{Service: !Sub "ec2.${AWS::URLSuffix}"}', 'sts:AssumeRole', true],
    ['{Service: ec2.eu-west-1.amazonaws.com}', 'sts:AssumeRole', true],
    ['{Service: !Ref Name}', 'sts:AssumeRole', true],
    ["'*'", 'sts:AssumeRole', true],
    ["{AWS: '*'}", 'sts:AssumeRole', true],
    ['{Service: lambda.amazonaws.com}', 'sts:AssumeRole', false],
    ['{Service: !Sub "lambda.${AWS::URLSuffix}"}', 'sts:AssumeRole', false],
    ['{AWS: !Ref AWS::AccountId}', 'sts:AssumeRole', false],
    ['{Service: ec2.amazonaws.com}', 'sts:TagSession', false],
  ])('%s %s: %s', (principal, action, expected) => {
    expect(roleOf(resource(template(trusting(principal, action)), 'Role')).mayBeTakenBy('ec2.amazonaws.com')).toBe(expected)
  })
  test('a role whose trust is not known may be taken', () => {
    const of = template('  Role:\n    Type: AWS::IAM::Role\n    Properties: {AssumeRolePolicyDocument: !Ref Name}\n')
    expect(roleOf(resource(of, 'Role')).mayBeTakenBy('ec2.amazonaws.com')).toBe(true)
  })
})

describe('what a role may do', () => {
  const DOCUMENT = "PolicyDocument: {Statement: {Effect: Allow, Action: 's3:Get*', Resource: '*'}}"
  const role = (properties: string, more = '') =>
    roleOf(resource(template(`  Role:\n    Type: AWS::IAM::Role\n    Properties: ${properties}\n${more}`), 'Role'))
  test.each([
    ['its own policies', `{Policies: [{${DOCUMENT}}]}`, ''],
    [
      'a managed policy that it names',
      '{ManagedPolicyArns: [!Ref P]}',
      `  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties: {${DOCUMENT}}\n`,
    ],
    ['a policy that names it', '{}', `  P:\n    Type: AWS::IAM::Policy\n    Properties: {Roles: [!Ref Role], ${DOCUMENT}}\n`],
    ['a RolePolicy', '{}', `  P:\n    Type: AWS::IAM::RolePolicy\n    Properties: {RoleName: !Ref Role, ${DOCUMENT}}\n`],
  ])('%s', (_, properties, more) => {
    const view = role(properties, more)
    expect(view.isComplete).toBe(true)
    expect(view.mayAllow('s3:GetObject')).toBe(true)
    expect(view.mayAllow('s3:PutObject')).toBe(false)
  })
  test.each([
    ['an unknown policy', '{Policies: !Ref Name}', ''],
    ['an unknown document', '{Policies: [{PolicyDocument: !Ref Name}]}', ''],
    ['a managed policy from elsewhere', '{ManagedPolicyArns: [!Ref Name]}', ''],
    [
      'a policy that may name it',
      '{RoleName: app}',
      `  P:\n    Type: AWS::IAM::Policy\n    Properties: {Roles: [!Ref Name], ${DOCUMENT}}\n`,
    ],
  ])('is not all known with %s', (_, properties, more) => {
    expect(role(properties, more).isComplete).toBe(false)
  })
  test('managed policies of AWS are told by their ARNs', () => {
    const view = role('{ManagedPolicyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"]}')
    expect([view.isComplete, view.managedPolicies.map(({ text }) => text)]).toEqual([true, ['arn:aws:iam::aws:policy/ReadOnlyAccess']])
  })
})
