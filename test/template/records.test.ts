/** The records of Route 53: their names, zones, policies, and what an alias leads to. */
import { describe, expect, test } from 'vitest'
import { parseSource } from '../../src/source/source.ts'
import type { Mapping } from '../../src/source/tree.ts'
import { awsHostsAt, casesOf, isInZone, namesOf, pairsWith, policiesOfRecord, recordsOf, zonesOf } from '../../src/template/records.ts'
import { hole } from '../../src/template/spelling.ts'
import { Template } from '../../src/template/template.ts'

function template(resources: string): Template {
  const head = 'Parameters:\n  Any: {Type: String}\nConditions:\n  IsOn: !Equals [!Ref Any, on]\nResources:\n'
  const source = parseSource(`${head}${resources}`, 'a.yaml')
  return new Template(source, source.root as Mapping, 'cloudformation')
}

describe('records', () => {
  const of = template(`
  Zone: {Type: AWS::Route53::HostedZone, Properties: {Name: Example.com.}}
  Site: {Type: AWS::CloudFront::Distribution}
  A: {Type: AWS::Route53::RecordSet, Properties: {HostedZoneId: !Ref Zone, Name: WWW.example.com., Type: A, Weight: 1}}
  Group:
    Type: AWS::Route53::RecordSetGroup
    Properties:
      HostedZoneId: !Ref Zone
      RecordSets:
        - {Name: www.example.com, Type: A, MultiValueAnswer: false, AliasTarget: {DNSName: !GetAtt Site.DomainName}}
        - {Name: !Sub '\${Any}.example.com', HostedZoneName: example.org, Type: A, Region: !If [IsOn, a, !Ref AWS::NoValue]}
        - {Name: !Ref Any, Type: A, AliasTarget: {DNSName: d1.cloudfront.net}, MultiValueAnswer: !Ref Any}
`)
  const records = recordsOf(of)

  test('names and zones, of the group where the entry has none', () => {
    expect(records.map((record) => namesOf(record).map(({ text }) => text))).toEqual([
      ['www.example.com'],
      ['www.example.com'],
      [`${hole('Any')}.example.com`],
      [hole('Any')],
    ])
    expect(records.map((record) => zonesOf(record).map(({ key, names }) => [key, names[0]?.text]))).toEqual([
      [['Zone', 'example.com']],
      [['Zone', 'example.com']],
      [['name example.org', 'example.org']],
      [['Zone', 'example.com']],
    ])
  })

  test('records of the same zone, name and type', () => {
    const pairs = records.map((record) => pairsWith(record, (a, b) => a.key === b.key).length)
    expect(pairs).toEqual([0, 1, 0, 0])
    expect(records.flatMap((record) => casesOf(record).map(({ type }) => type))).toEqual(['A', 'A', 'A', 'A'])
  })

  test('routing policies, each in its cases', () => {
    expect(records.map((record) => policiesOfRecord(record)?.map(({ policy, when }) => [policy, ...when.because]))).toEqual([
      [['Weight']],
      [['simple']],
      [
        ['Region', 'IsOn is true'],
        ['simple', 'IsOn is false'],
      ],
      undefined,
    ])
  })

  test('what an alias leads to', () => {
    const hosts = records.flatMap(({ properties }) =>
      properties
        .items('AliasTarget')
        .flatMap((alias) => awsHostsAt(of, alias, 'DNSName').map(({ service, resource }) => [service, resource?.id])),
    )
    expect(hosts).toEqual([
      ['cloudfront', 'Site'],
      ['cloudfront', undefined],
    ])
  })
})

test.each([
  ['example.com', 'example.com', true],
  ['www.example.com', 'example.com', true],
  ['www.badexample.com', 'example.com', false],
  ['www', 'example.com', false],
  [`${hole('X')}.example.com`, 'example.com', true],
  [`${hole('X')}.example.org`, 'example.com', false],
  [`www.${hole('X')}`, 'example.com', undefined],
  ['www.example.com', hole('X'), undefined],
])('%s in %s', (name, zone, answer) => {
  expect(isInZone(name, zone)).toBe(answer)
})
