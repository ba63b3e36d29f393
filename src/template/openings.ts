import { both, canHold, type Known, number, type Properties, string, type When } from '../values.ts'
import { parseCidr } from './cidr.ts'
import type { Resource } from './template.ts'

/** A rule of a security group that lets in the whole world. */
export interface Opening {
  readonly rule: Properties
  /** The range, as it is written. */
  readonly source: Known<string>
  /** The ports, all of them for a rule about every protocol. */
  readonly from: number
  readonly to: number
  /** `tcp`, `udp`; `-1` for every protocol. */
  readonly protocol: string
  readonly when: When
}

/** The ports on which databases and caches listen. */
const DATABASE_PORTS: readonly (readonly [port: number, name: string])[] = [
  [1433, 'SQL Server'],
  [1521, 'Oracle'],
  [2484, 'Oracle'],
  [3306, 'MySQL'],
  [5432, 'PostgreSQL'],
  [5439, 'Redshift'],
  [6379, 'Redis'],
  [8111, 'DynamoDB Accelerator'],
  [9111, 'DynamoDB Accelerator'],
  [9200, 'OpenSearch'],
  [11211, 'Memcached'],
  [27017, 'MongoDB'],
  [50000, 'Db2'],
]

/** The ports of databases that are plainly meant to be open, `3306 (MySQL)`; wide ranges, and every protocol, are more than a database. */
export function databasePortsOf({ from, to, protocol }: Opening): string[] {
  if (protocol === '-1' || to - from > 1024) return []
  return DATABASE_PORTS.filter(([port]) => from <= port && port <= to).map(([port, name]) => `${port} (${name})`)
}

const PROTOCOLS = new Map([
  ['-1', '-1'],
  ['6', 'tcp'],
  ['17', 'udp'],
  ['tcp', 'tcp'],
  ['udp', 'udp'],
])
const ALL_PORTS = 65_535

/** The rules for incoming traffic of a security group, or the one that a resource is. */
export function ingressOf(resource: Resource): Properties[] {
  if (resource.type === 'AWS::EC2::SecurityGroupIngress') return [resource]
  return resource.type === 'AWS::EC2::SecurityGroup' ? resource.items('SecurityGroupIngress') : []
}

/** What is open to every address, in each case that is known for certain. */
export function openingsOf(resource: Resource): Opening[] {
  return ingressOf(resource).flatMap((rule) =>
    ['CidrIp', 'CidrIpv6'].flatMap((path) =>
      rule.known(path, string).flatMap((source) => (parseCidr(source.value)?.prefix === 0 ? portsOf(rule, source) : [])),
    ),
  )
}

function portsOf(rule: Properties, source: Known<string>): Opening[] {
  return rule.known('IpProtocol', string).flatMap((named): Opening[] => {
    const protocol = PROTOCOLS.get(named.value.toLowerCase())
    const when = both(source.when, named.when)
    if (protocol === undefined || !canHold(when)) return []
    if (protocol === '-1') return [{ rule, source, from: 0, to: ALL_PORTS, protocol, when }]
    return rule.known('FromPort', number).flatMap((from) =>
      rule.known('ToPort', number).flatMap((to): Opening[] => {
        const joint = both(when, both(from.when, to.when))
        return canHold(joint) ? [{ rule, source, from: from.value, to: to.value, protocol, when: joint }] : []
      }),
    )
  })
}
