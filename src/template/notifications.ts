import { childOf, type Node } from '../source/tree.ts'
import { type Known, type Properties, string, type When } from '../values.ts'
import { eventsOf, idIn } from './sam-events.ts'
import type { Resource } from './template.ts'

/** One configuration by which a bucket notifies a function, a queue or a topic. */
export interface BucketNotification {
  readonly kind: 'function' | 'queue' | 'topic'
  /** The configuration; the properties of the event where a function of SAM asks for it. */
  readonly item: Properties
  /** The property that names the target; undefined where SAM fills it in. */
  readonly targetKey: 'Function' | 'Queue' | 'Topic' | undefined
  /** The function of SAM whose event this is. */
  readonly owner: Resource | undefined
  /** Its event types, as far as they are known. */
  readonly events: readonly Known<string>[]
  /** The rules of its filter. */
  readonly rules: readonly Properties[]
}

const LISTS = [
  { list: 'LambdaConfigurations', kind: 'function', targetKey: 'Function' },
  { list: 'QueueConfigurations', kind: 'queue', targetKey: 'Queue' },
  { list: 'TopicConfigurations', kind: 'topic', targetKey: 'Topic' },
] as const

const known = new WeakMap<Resource, readonly BucketNotification[]>()

/** What a bucket notifies, those included that SAM adds for the events of functions which name the bucket. EventBridge is left out. */
export function notificationsOf(bucket: Resource): readonly BucketNotification[] {
  let found = known.get(bucket)
  if (!found) {
    found = [...ownOf(bucket), ...ofFunctions(bucket)]
    known.set(bucket, found)
  }
  return found
}

function ownOf(bucket: Resource): BucketNotification[] {
  return LISTS.flatMap(({ list, kind, targetKey }) =>
    bucket.items(`NotificationConfiguration.${list}`).map((item) => {
      return { kind, item, targetKey, owner: undefined, events: item.known('Event', string), rules: item.items('Filter.S3Key.Rules') }
    }),
  )
}

function ofFunctions(bucket: Resource): BucketNotification[] {
  const { template } = bucket
  if (template.kind !== 'sam') return []
  return template.resourcesOf('AWS::Serverless::Function').flatMap((owner) =>
    eventsOf(owner, 'S3').flatMap(({ properties: item }): BucketNotification[] => {
      const named = childOf(item.node, 'Bucket')
      if (!named || idIn(named) !== bucket.id) return []
      const events = [...item.known('Events', string), ...item.known('Events.*', string)]
      return [{ kind: 'function', item, targetKey: undefined, owner, events, rules: item.items('Filter.S3Key.Rules') }]
    }),
  )
}

/** The node that names the target, functions unresolved; undefined where SAM fills it in or it is missing. */
export function notificationTarget({ item, targetKey }: BucketNotification): { node: Node; when: When } | undefined {
  const node = targetKey && childOf(item.node, targetKey)
  return node && { node, when: item.when }
}

/**
 * What a notification is limited to: the beginning and the end of the keys of objects, empty for any. undefined where a
 * rule of the filter is conditional or not known.
 */
export function notificationFilter({ item, rules }: BucketNotification): { prefix: string; suffix: string } | undefined {
  const keys = { prefix: '', suffix: '' }
  const paths = ['Filter', 'Filter.S3Key', 'Filter.S3Key.Rules', 'Filter.S3Key.Rules.*']
  if (paths.some((path) => item.facts(path).some((fact) => fact.state === 'unknown' || fact.when !== item.when))) return undefined
  for (const rule of rules) {
    const [name, value] = [rule.known('Name', string), rule.known('Value', string)]
    const kind = name[0]?.value.toLowerCase()
    if (name.length !== 1 || value.length !== 1 || (kind !== 'prefix' && kind !== 'suffix')) return undefined
    keys[kind] = value[0]?.value ?? ''
  }
  return keys
}
