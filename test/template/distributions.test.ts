/** Where the origins of a distribution are. */
import { describe, expect, test } from 'vitest'
import { parseSource } from '../../src/source/source.ts'
import type { Mapping } from '../../src/source/tree.ts'
import { behaviorsOf, originDomains, originsOf } from '../../src/template/distributions.ts'
import { type Resource, Template } from '../../src/template/template.ts'

function distribution(domain: string): Resource {
  const text = `Parameters: {Name: {Type: String}}
Conditions: {IsProd: !Equals [!Ref Name, prod]}
Resources:
  Bucket: {Type: AWS::S3::Bucket}
  Url: {Type: AWS::Lambda::Url}
  Balancer: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer}
  Cdn:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Origins: [{Id: one, DomainName: ${domain}}]
        DefaultCacheBehavior: {TargetOriginId: one}
        CacheBehaviors: [{TargetOriginId: two}]
`
  const source = parseSource(text, 'a.yaml')
  return new Template(source, source.root as Mapping, 'cloudformation').resources.get('Cdn') as Resource
}

describe('originDomains', () => {
  const domains = (domain: string) => {
    const of = distribution(domain)
    return originsOf(of).flatMap((origin) =>
      originDomains(of.template, origin).map(({ kind, bucket, when }) => [kind, bucket?.id, ...when.because]),
    )
  }
  test.each([
    ['!GetAtt Bucket.DomainName', [['bucket', 'Bucket']]],
    ['!GetAtt Bucket.RegionalDomainName', [['bucket', 'Bucket']]],
    ["!Sub '${Bucket}.s3.amazonaws.com'", [['bucket', 'Bucket']]],
    ["!Sub '${Bucket}.s3.${AWS::Region}.${AWS::URLSuffix}'", [['bucket', 'Bucket']]],
    ["!Sub '${Name}.s3-eu-west-1.amazonaws.com'", [['bucket', undefined]]],
    ['assets.s3.eu-west-1.amazonaws.com', [['bucket', undefined]]],
    ['assets.s3-website.eu-central-1.amazonaws.com', [['website', undefined]]],
    ["!Sub '${Bucket}.s3-website-${AWS::Region}.amazonaws.com'", [['website', 'Bucket']]],
    ["!Select [2, !Split ['/', !GetAtt Bucket.WebsiteURL]]", [['website', 'Bucket']]],
    ['!GetAtt Bucket.WebsiteURL', [['url', 'Bucket']]],
    ['!GetAtt Url.FunctionUrl', [['url', undefined]]],
    ['https://example.com', [['url', undefined]]],
    ['example.com', [['other', undefined]]],
    ['!GetAtt Balancer.DNSName', [['unknown', undefined]]],
    ['!Ref Name', [['unknown', undefined]]],
    [
      '!If [IsProd, !GetAtt Bucket.DomainName, example.com]',
      [
        ['bucket', 'Bucket', 'IsProd is true'],
        ['other', undefined, 'IsProd is false'],
      ],
    ],
  ])('%s', (domain, expected) => expect(domains(domain)).toEqual(expected))
})

test('behaviorsOf has the default one first', () => {
  expect(behaviorsOf(distribution('x')).map(({ path }) => path.split('/').slice(4).join('/'))).toEqual([
    'DefaultCacheBehavior',
    'CacheBehaviors/0',
  ])
})
