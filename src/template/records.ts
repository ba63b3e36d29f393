import { entryOf, type Node } from '../source/tree.ts'
import { OPAQUE } from '../text.ts'
import { boolean, both, canHold, type Properties, string, type When } from '../values.ts'
import { editable } from './intrinsics.ts'
import { leadsOf } from './leads.ts'
import { isSpelledOut, spellingsOf } from './spelling.ts'
import { targetsOf } from './targets.ts'
import type { Resource, Template } from './template.ts'

/** The types that hold records. */
export const RECORD_TYPES = ['AWS::Route53::RecordSet', 'AWS::Route53::RecordSetGroup'] as const

/** A record set of Route 53: a resource of its own, or an entry of a group. */
export interface DnsRecord {
  readonly resource: Resource
  /** `Name`, `Type`, `AliasTarget`, … */
  readonly properties: Properties
  /** What says in which zone it is: the record itself, or its group. */
  readonly zoned: Properties
}

/** A domain name as far as it is known: lower case, without the last dot. Parts that only the deployment knows keep their name in a hole. */
export interface DomainName {
  readonly text: string
  /** What has to be edited. */
  readonly node: Node
  readonly when: When
}

const ZONE = ['HostedZoneId', 'HostedZoneName'] as const

/** The records that a resource holds. */
export function recordsIn(resource: Resource): DnsRecord[] {
  if (resource.type === 'AWS::Route53::RecordSet') return [{ resource, properties: resource, zoned: resource }]
  if (resource.type !== 'AWS::Route53::RecordSetGroup') return []
  return resource.items('RecordSets').map((properties) => {
    const isZoned = ZONE.some((name) => entryOf(properties.node, name))
    return { resource, properties, zoned: isZoned ? properties : resource }
  })
}

const records = new WeakMap<Template, DnsRecord[]>()

/** The records of a template, in order. */
export function recordsOf(template: Template): DnsRecord[] {
  let found = records.get(template)
  if (!found) {
    found = template.resourcesOf(...RECORD_TYPES).flatMap(recordsIn)
    records.set(template, found)
  }
  return found
}

/** Each case of a domain name; nothing for one of which nothing is known. */
export function domainNamesAt(template: Template, of: Properties, property: string): DomainName[] {
  const entry = entryOf(of.node, property)
  if (!entry) return []
  return spellingsOf(template, entry.value, of.when).flatMap(({ text, node, when }) => {
    if (text === '' || text.includes(OPAQUE)) return []
    const plain = isSpelledOut(text) ? text.toLowerCase().replace(/\\052/g, '*') : text
    return [{ text: plain.replace(/\.$/, ''), node: editable(node), when }]
  })
}

/** The names of a record. */
export const namesOf = (record: DnsRecord): DomainName[] => domainNamesAt(record.resource.template, record.properties, 'Name')

/** A hosted zone that a record is in, in one case. */
export interface HostedZone {
  /** Equal for two records only if they are in the same zone. */
  readonly key: string
  /** undefined where it is given by an ID that leads to no zone of the template. */
  readonly resource: Resource | undefined
  readonly names: readonly DomainName[]
  readonly when: When
}

/** The zones that a record is in. */
export function zonesOf({ resource: { template }, zoned }: DnsRecord): HostedZone[] {
  const byName = domainNamesAt(template, zoned, 'HostedZoneName').map((name) => ({
    key: `name ${name.text}`,
    resource: undefined,
    names: [name],
    when: name.when,
  }))
  const byId = targetsOf(template, zoned, 'HostedZoneId').map(({ key, resource, when }) => {
    const zone = resource?.type === 'AWS::Route53::HostedZone' ? resource : undefined
    return { key, resource: zone, names: zone ? domainNamesAt(template, zone, 'Name') : [], when }
  })
  return [...byName, ...byId]
}

/** Whether a name lies in a zone; undefined where that depends on the deployment. */
export function isInZone(name: string, zone: string): boolean | undefined {
  if (name === zone || name.endsWith(`.${zone}`)) return true
  if (!isSpelledOut(zone)) return undefined
  const tail = name.split('\uE003').pop() as string
  if (isSpelledOut(name)) return false
  return zone.endsWith(tail) || tail.endsWith(zone) ? undefined : false
}

/** One case of what a record is: equal keys are the same name and type in the same zone. */
export interface RecordCase {
  readonly record: DnsRecord
  readonly key: string
  readonly place: string
  readonly name: DomainName
  readonly type: string
  readonly when: When
}

const cases = new WeakMap<DnsRecord, RecordCase[]>()

/** What a record is, in each case that is known; `place` is its zone and name. */
export function casesOf(record: DnsRecord): RecordCase[] {
  let found = cases.get(record)
  if (!found) {
    found = []
    for (const zone of zonesOf(record)) {
      for (const name of namesOf(record)) {
        for (const type of record.properties.known('Type', string)) {
          const when = both(zone.when, both(name.when, type.when))
          const place = `${zone.key}|${name.text}`
          if (canHold(when)) found.push({ record, key: `${place}|${type.value}`, place, name, type: type.value, when })
        }
      }
    }
    cases.set(record, found)
  }
  return found
}

/** Pairs of a case of this record and one of an earlier record of the template that hold at once and fulfil the test. */
export function pairsWith(
  record: DnsRecord,
  test: (own: RecordCase, other: RecordCase) => boolean,
): { own: RecordCase; other: RecordCase; when: When }[] {
  const all = recordsOf(record.resource.template)
  const until = all.findIndex(({ properties }) => properties.node === record.properties.node)
  return all.slice(0, Math.max(until, 0)).flatMap((earlier) =>
    casesOf(earlier).flatMap((other) =>
      casesOf(record).flatMap((own) => {
        const when = both(own.when, other.when)
        return test(own, other) && canHold(when) ? [{ own, other, when }] : []
      }),
    ),
  )
}

const POLICIES = ['Weight', 'Region', 'Failover', 'GeoLocation', 'GeoProximityLocation', 'MultiValueAnswer', 'CidrRoutingConfig'] as const
export type RoutingPolicy = (typeof POLICIES)[number] | 'simple'

/** The routing policies of a record, each in its cases; undefined where that cannot be told. */
export function policiesOfRecord({ properties }: DnsRecord): { policy: RoutingPolicy; node: Node; when: When }[] | undefined {
  if (properties.isOpen) return undefined
  const set: { policy: RoutingPolicy; node: Node; when: When }[] = []
  let none = [properties.when]
  for (const policy of POLICIES) {
    const facts = properties.facts(policy).map((fact) => {
      const isOff = policy === 'MultiValueAnswer' && fact.state === 'known' && boolean.read(fact.value) === false
      return { fact, isSet: fact.state !== 'absent' && !isOff }
    })
    if (facts.some(({ fact }) => fact.state === 'unknown' && (policy === 'MultiValueAnswer' || !entryOf(properties.node, policy))))
      return undefined
    for (const { fact, isSet } of facts) if (isSet) set.push({ policy, node: fact.node, when: fact.when })
    none = none.flatMap((when) => facts.filter(({ isSet }) => !isSet).map(({ fact }) => both(when, fact.when))).filter(canHold)
  }
  return [...set, ...none.map((when) => ({ policy: 'simple' as const, node: properties.node as Node, when }))]
}

/** What AWS gives an alias target of: its own hosted zone is that of the service. */
export interface AliasTarget {
  readonly service: 'cloudfront' | 'elb' | 'apigateway' | 'website'
  /** The distribution, load balancer or domain of the template. */
  readonly resource: Resource | undefined
  readonly node: Node
  readonly when: When
}

const SERVICE_OF_TYPE = new Map<string, AliasTarget['service']>([
  ['AWS::CloudFront::Distribution', 'cloudfront'],
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'elb'],
  ['AWS::ElasticLoadBalancing::LoadBalancer', 'elb'],
  ['AWS::ApiGateway::DomainName', 'apigateway'],
  ['AWS::ApiGatewayV2::DomainName', 'apigateway'],
])

/** What a host name belongs to, where it is one of AWS; nothing for others. @param property `DNSName`, or a key that holds a host name */
export function awsHostsAt(template: Template, of: Properties, property: string): AliasTarget[] {
  const entry = entryOf(of.node, property)
  if (!entry) return []
  return hostsOf(template, entry.value, of.when)
}

/** The same for a node. */
export function hostsOf(template: Template, node: Node, under: When): AliasTarget[] {
  const leads = leadsOf(template, node, under).flatMap(({ resource, node: place, when }) => {
    const service = SERVICE_OF_TYPE.get(resource.type)
    return service ? [{ service, resource, node: place, when }] : []
  })
  const texts = spellingsOf(template, node, under).flatMap(({ text, node: place, when }): AliasTarget[] => {
    const service = serviceOfHost(text.replace(/\.$/, ''))
    return service ? [{ service, resource: undefined, node: place, when }] : []
  })
  return [...leads, ...texts]
}

function serviceOfHost(host: string): AliasTarget['service'] | undefined {
  if (/\.cloudfront\.net$/i.test(host)) return 'cloudfront'
  if (/\.elb\.([a-z0-9-]+\.)?amazonaws\.com$|\.elb\.amazonaws\.com$/i.test(host)) return 'elb'
  if (/(^|\.)s3-website[.-][^.]+\.amazonaws\.com$/i.test(host)) return 'website'
  return /\.execute-api\.[^.]+\.amazonaws\.com$/i.test(host) ? 'apigateway' : undefined
}
