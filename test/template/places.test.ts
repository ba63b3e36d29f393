/** Where things stand in a template, and what names mean there. */
import { describe, expect, it } from 'vitest'
import { parseSource } from '../../src/source/source.ts'
import type { Mapping } from '../../src/source/tree.ts'
import { dynamicReferencesOf } from '../../src/template/dynamic-references.ts'
import { Template } from '../../src/template/template.ts'

function templateOf(text: string, kind: 'cloudformation' | 'sam' = 'cloudformation'): Template {
  const source = parseSource(text, 'template.yaml')
  return new Template(source, source.root as Mapping, kind)
}

const CONDITIONAL = `
Parameters:
  Stage: {Type: String, AllowedValues: [dev, test, prod]}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  IsDev: !Equals [!Ref Stage, dev]
Resources:
  Topic:
    Type: AWS::SNS::Topic
    Condition: IsProd
    Properties:
      DisplayName: !If [IsDev, !Ref Stage, !If [IsProd, !Sub '\${Stage}-x', !Ref AWS::Region]]
      Tags:
        - !If [IsProd, {Key: a, Value: !Ref Stage}, !Ref AWS::NoValue]
  Policy:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref Topic]
      PolicyDocument: {Statement: [{Condition: {StringEquals: {a: !Ref Stage}}, Effect: Allow}]}
Outputs:
  Name: {Condition: IsDev, Value: !GetAtt Topic.TopicName}
`

describe('when', () => {
  it('a place takes effect is the same seen from above and from below', () => {
    const template = templateOf(CONDITIONAL)
    const uses = template.references.uses.filter((use) => use.kind !== 'Condition' && use.section !== 'Conditions')
    expect(uses).toHaveLength(8)
    for (const use of uses) {
      const { formula, because } = template.whenAt(use.node)
      expect({ name: use.name, formula, because: [...because].sort() }).toEqual({
        name: use.name,
        formula: use.when.formula,
        because: [...use.when.because].sort(),
      })
    }
  })

  it('the Condition of a policy is none of the template', () => {
    const template = templateOf(CONDITIONAL)
    const inPolicy = template.references.uses.filter((use) => use.owner === 'Policy' && use.name === 'Stage')
    expect(inPolicy.map((use) => use.when)).toEqual([template.always])
  })
})

describe('names', () => {
  const sam = templateOf(
    `
Transform: AWS::Serverless-2016-10-31
Resources:
  Shop:
    Type: AWS::Serverless::Function
    Properties:
      AutoPublishAlias: live
      Events:
        Buy: {Type: Api, Properties: {Path: /buy, Method: post}}
  Other:
    Type: AWS::Serverless::Function
    Properties: {Role: arn:aws:iam::123456789012:role/other}
`,
    'sam',
  )

  it.each(['ShopRole', 'ServerlessRestApi', 'ShopAliaslive', 'ShopVersion0123456789', 'ServerlessRestApiProdStage'])(
    'SAM makes %s',
    (name) => {
      expect(sam.names.meaningOf(name)).toBe('generated')
    },
  )

  it.each(['OtherRole', 'ServerlessHttpApi', 'ShopUrl', 'Shops'])('nothing makes %s', (name) => {
    expect(sam.names.meaningOf(name)).toBeUndefined()
  })

  it('dotted references are SAM’s own', () => {
    expect(sam.names.isSamReference('Shop.Alias')).toBe(true)
    expect(sam.names.isSamReference('Shop.Arn')).toBe(false)
  })

  it.each([
    ['a macro', 'Transform: OurMacro\nResources: {A: {Type: AWS::SNS::Topic}}'],
    ['an include', 'Resources: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://a/b}}}'],
    ['a loop over what is not known', 'Resources: {Fn::ForEach::A: [N, !Ref Names, {"T${N}": {Type: AWS::SNS::Topic}}]}'],
  ])('%s may define any name', (_, text) => {
    expect(templateOf(text).names.meaningOf('Anything')).toBe('unknown')
    expect(templateOf(text).names.meaningOf('AWS::Nothing')).toBeUndefined()
  })

  it('what a module brings begins with its name', () => {
    const { names } = templateOf('Resources: {Net: {Type: Our::Net::Vpc::MODULE}}')
    expect(names.meaningOf('NetVpc')).toBe('unknown')
    expect(names.meaningOf('Vpc')).toBeUndefined()
  })
})

describe('dynamic references', () => {
  it('are taken apart, with their place', () => {
    const template = templateOf(`
Resources:
  Db:
    Type: AWS::RDS::DBInstance
    Properties:
      MasterUserPassword: !If [C, !Sub 'x-{{resolve:secretsmanager:\${AWS::StackName}:SecretString:p}}', '{{resolve:ssm:/a:1}}']
      DBName: !Join ['', ['{{resolve:ssm:', !Ref A, '}}']]
`)
    const found = dynamicReferencesOf(template).map(({ parts, isWhole, isFilledIn, path, resource }) => ({
      parts,
      isWhole,
      isFilledIn,
      path: path.join('.'),
      id: resource?.id,
    }))
    const at = (property: string) => ({ path: `Properties.${property}`, id: 'Db' })
    expect(found).toEqual([
      { parts: ['secretsmanager', '${AWS::StackName}', 'SecretString', 'p'], isWhole: true, isFilledIn: true, ...at('MasterUserPassword') },
      { parts: ['ssm', '/a', '1'], isWhole: true, isFilledIn: false, ...at('MasterUserPassword') },
      { parts: ['ssm', ''], isWhole: false, isFilledIn: false, ...at('DBName') },
    ])
  })
})
