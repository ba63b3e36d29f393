import { childOf, type Node } from '../source/tree.ts'
import { table } from '../table.ts'
import { OPAQUE } from '../text.ts'
import { both, canHold, type Properties, type When } from '../values.ts'
import { serviceIn, serviceOfType } from './arns.ts'
import { editable } from './intrinsics.ts'
import { leadsOf } from './leads.ts'
import { eventsOf, type SamEvent } from './sam-events.ts'
import { functionIn, isSame, nameOf, spelledArnOf, spellingsOf } from './spelling.ts'
import type { Resource, Template } from './template.ts'

/** A function of the template that a value names. */
export interface FunctionUse {
  readonly function: Resource
  /** A version number, `$LATEST` or the name of an alias, spelled; undefined when the function is named without one. */
  readonly qualifier: string | undefined
  /** What has to be edited to name another function. */
  readonly node: Node
  /** When the value is so and the function is there. */
  readonly when: When
}

/** The types that are functions. */
export const FUNCTION_TYPES = ['AWS::Lambda::Function', 'AWS::Serverless::Function'] as const

/** The functions of a template. */
export const functionsOf = (template: Template): Resource[] => template.resourcesOf(...FUNCTION_TYPES)

/**
 * The functions of the template that a value leads to: by name, by ARN, through an alias or a version, by what SAM makes of
 * them, or by the URI with which API Gateway calls them.
 */
export function functionsAt(template: Template, node: Node, when: When): FunctionUse[] {
  return spellingsOf(template, node, when).flatMap((spelling) => {
    const named = functionIn(spelling.text)
    if (!named) return []
    return functionsOf(template).flatMap((fn) => {
      const joint = both(spelling.when, fn.when)
      if (isSame(template, nameOf(fn), named.name) !== true || !canHold(joint)) return []
      return [{ function: fn, qualifier: named.qualifier, node: editable(spelling.node), when: joint }]
    })
  })
}

/** The functions that a property of a mapping leads to. @param property a key of the mapping itself, no path */
export function functionsIn(template: Template, of: Properties, property: string): FunctionUse[] {
  const node = childOf(of.node, property)
  return node ? functionsAt(template, node, of.when) : []
}

/** The alias, spelled, to which SAM ties the events of a function; undefined where it makes none. */
export function publishedAliasOf(fn: Resource): string | undefined {
  const alias = childOf(fn.node, 'AutoPublishAlias')
  if (!alias || fn.type !== 'AWS::Serverless::Function') return undefined
  const [only, ...others] = spellingsOf(fn.template, alias, fn.when)
  return only && others.length === 0 && only.node === alias ? only.text : OPAQUE
}

/** What Lambda polls. `kafka` is Amazon MSK as well as other clusters. */
export type SourceKind = 'sqs' | 'kinesis' | 'dynamodb' | 'kafka' | 'mq' | 'documentdb'

/** What an event source mapping reads from, in one case. */
export interface Origin {
  /** `other` for what Lambda cannot poll; undefined when that is not known. */
  readonly kind: SourceKind | 'other' | undefined
  /** The queue, stream, table, … if the template has it. */
  readonly resource: Resource | undefined
  /** The ARN, spelled. */
  readonly text: string
  readonly node: Node
  readonly when: When
}

/** An event source mapping, or an event of a SAM function that becomes one. */
export interface EventSource {
  readonly resource: Resource
  readonly event: SamEvent | undefined
  /** `BatchSize`, `MaximumBatchingWindowInSeconds`, …: both have them under the same names. */
  readonly properties: Properties
  /** What it reads from, one for each case that is known. */
  readonly origins: readonly Origin[]
  readonly functions: readonly FunctionUse[]
}

/** The events of SAM that are polled, and the property that names what is polled. */
const POLLED: Readonly<Record<string, { readonly kind: SourceKind; readonly property: string }>> = table({
  DocumentDB: { kind: 'documentdb', property: 'Cluster' },
  DynamoDB: { kind: 'dynamodb', property: 'Stream' },
  Kinesis: { kind: 'kinesis', property: 'Stream' },
  MQ: { kind: 'mq', property: 'Broker' },
  MSK: { kind: 'kafka', property: 'Stream' },
  SQS: { kind: 'sqs', property: 'Queue' },
  SelfManagedKafka: { kind: 'kafka', property: 'KafkaBootstrapServers' },
})

const KIND_OF_TYPE: Readonly<Record<string, SourceKind>> = table({
  'AWS::AmazonMQ::Broker': 'mq',
  'AWS::DocDB::DBCluster': 'documentdb',
  'AWS::DynamoDB::GlobalTable': 'dynamodb',
  'AWS::DynamoDB::Table': 'dynamodb',
  'AWS::Kinesis::Stream': 'kinesis',
  'AWS::Kinesis::StreamConsumer': 'kinesis',
  'AWS::MSK::Cluster': 'kafka',
  'AWS::MSK::ServerlessCluster': 'kafka',
  'AWS::SQS::Queue': 'sqs',
  'AWS::Serverless::SimpleTable': 'dynamodb',
})

/** Source: the ARNs that CreateEventSourceMapping takes, https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html. */
const KIND_OF_SERVICE: Readonly<Record<string, SourceKind>> = table({
  dynamodb: 'dynamodb',
  kafka: 'kafka',
  kinesis: 'kinesis',
  mq: 'mq',
  rds: 'documentdb',
  sqs: 'sqs',
})

/** The event sources that a resource holds: an event source mapping itself, or the polled events of a SAM function. */
export function eventSourcesIn(resource: Resource): EventSource[] {
  const { template } = resource
  if (resource.type === 'AWS::Lambda::EventSourceMapping') {
    const arn = childOf(resource.node, 'EventSourceArn')
    const functions = functionsIn(template, resource, 'FunctionName')
    const origins = arn ? originsAt(template, arn, resource.when, undefined) : selfManaged(resource)
    return [{ resource, event: undefined, properties: resource, origins, functions }]
  }
  if (resource.type !== 'AWS::Serverless::Function') return []
  const use: FunctionUse = { function: resource, qualifier: publishedAliasOf(resource), node: resource.key, when: resource.when }
  return eventsOf(resource).flatMap((event): EventSource[] => {
    const polled = event.type && POLLED[event.type.text]
    if (!polled) return []
    const { properties } = event
    const node = childOf(properties.node, polled.property)
    const brokers: Origin = { kind: 'kafka', resource: undefined, text: '', node: node ?? event.node, when: properties.when }
    const isArn = polled.property !== 'KafkaBootstrapServers'
    const origins = !isArn ? [brokers] : node ? originsAt(template, node, properties.when, polled.kind) : []
    return [{ resource, event, properties, origins, functions: [use] }]
  })
}

/** Every event source of a template. */
export function eventSourcesOf(template: Template): EventSource[] {
  let sources = known.get(template)
  if (!sources) {
    sources = template.resourcesOf('AWS::Lambda::EventSourceMapping', 'AWS::Serverless::Function').flatMap(eventSourcesIn)
    known.set(template, sources)
  }
  return sources
}
const known = new WeakMap<Template, EventSource[]>()

const selfManaged = (mapping: Resource): Origin[] =>
  mapping.present('SelfManagedEventSource').map(({ node, when }) => ({ kind: 'kafka', resource: undefined, text: '', node, when }))

/** @param wanted the kind that SAM takes the source for */
function originsAt(template: Template, node: Node, when: When, wanted: SourceKind | undefined): Origin[] {
  return spellingsOf(template, node, when).map((spelling) => {
    const [lead] = leadsOf(template, spelling.node, spelling.when)
    const resource = lead?.resource ?? arnOwner(template, spelling.text)
    const service = resource ? serviceOfType(resource.type) : serviceIn(spelling.text)
    const kind = wanted ?? (resource ? KIND_OF_TYPE[resource.type] : KIND_OF_SERVICE[service ?? ''])
    return {
      kind: kind ?? (service === undefined ? undefined : 'other'),
      resource,
      text: spelling.text,
      node: editable(spelling.node),
      when: lead?.when ?? spelling.when,
    }
  })
}

const arnOwner = (template: Template, text: string): Resource | undefined =>
  text.startsWith('arn:') ? [...template.resources.values()].find((resource) => spelledArnOf(resource) === text) : undefined
