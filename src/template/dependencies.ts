import { childOf, type Node, pathOf, type Span } from '../source/tree.ts'
import { table } from '../table.ts'
import { ALWAYS, both, canHold, either, type When } from '../values.ts'
import type { Use } from './references.ts'
import { apiOf, eventsOf, idIn } from './sam-events.ts'
import type { Resource, Template } from './template.ts'

/** One resource that has to be made after another. */
export interface Dependency {
  /** The resource that comes later. */
  readonly from: string
  readonly to: string
  /** What says so: a reference, an entry of DependsOn, or an event through which SAM writes into the later resource. */
  readonly node: Node
  readonly span: Span | undefined
  /** When both are there and the reference is evaluated. */
  readonly when: When
  readonly kind: Use['kind'] | 'event'
}

/** A chain of dependencies that ends where it begins. */
export interface Circle {
  readonly edges: readonly Dependency[]
  readonly when: When
}

/** Dependency steps that are followed to find circles; more is more than a template of 500 resources with sense can need. */
const MAX_STEPS = 50_000

/** Circles told of one template; more are the same few mistakes again. */
const MAX_CIRCLES = 10

/** What SAM makes resources of their own of, so that the resource itself does not wait for what is named there. */
const APART: Readonly<Record<string, readonly string[]>> = table({
  'AWS::Serverless::Function': [
    'Events',
    'DeploymentPreference',
    'EventInvokeConfig',
    'FunctionUrlConfig',
    'AutoPublishAlias',
    'ProvisionedConcurrencyConfig',
  ],
  'AWS::Serverless::StateMachine': ['Events', 'DeploymentPreference', 'AutoPublishAlias'],
  'AWS::Serverless::Api': ['Domain', 'EndpointConfiguration', 'Auth', 'StageName', 'Variables', 'AccessLogSetting'],
  'AWS::Serverless::HttpApi': ['Domain', 'Auth', 'StageName', 'StageVariables', 'AccessLogSettings'],
  'AWS::Serverless::WebSocketApi': ['Domain', 'Auth', 'Routes', 'StageName', 'StageVariables', 'AccessLogSettings'],
})

/** Types of which SAM makes so many resources that what waits for what is not followed. */
const SCATTERED = /^AWS::Serverless::(Connector|GraphQLApi)$/

/** Every dependency between resources of the template, in the order of the text, conditions that exclude each other left out. */
export function dependenciesOf(template: Template): Dependency[] {
  const found: Dependency[] = []
  const known = (id: string): Resource | undefined => template.resources.get(id) ?? template.implicitApis.get(id)
  const add = (from: Resource, toId: string, at: Pick<Dependency, 'node' | 'span' | 'kind'>, when: When): void => {
    const to = known(toId)
    const joint = to && both(when, to.when)
    if (to && joint && canHold(joint)) found.push({ from: from.id, to: to.id, ...at, when: joint })
  }
  for (const resource of template.resources.values()) {
    if (SCATTERED.test(resource.type)) continue
    for (const use of template.references.from(resource.id)) {
      if (use.opaque || use.kind === 'Condition' || use.kind === 'FindInMap') continue
      if (use.within !== 'DependsOn' && use.within !== 'Properties') continue
      if (use.within === 'Properties' && isApart(resource, use)) continue
      add(resource, use.name, use, use.when)
    }
  }
  for (const resource of template.resourcesOf('AWS::Serverless::Function', 'AWS::Serverless::StateMachine')) {
    for (const event of eventsOf(resource)) {
      const target = writtenBy(event.type?.text, event)
      if (target) add(target, resource.id, { node: event.key, span: undefined, kind: 'event' }, both(resource.when, target.when))
    }
  }
  return found
}

function isApart(resource: Resource, use: Use): boolean {
  const property = pathOf(use.node).split('/')[3] ?? ''
  if (property === 'Policies' && resource.type === 'AWS::Serverless::Function')
    return resource.facts('Role').some(({ state }) => state !== 'absent')
  return (APART[resource.type] ?? []).includes(property)
}

/** The resource into which SAM writes the function's ARN because of an event. */
function writtenBy(type: string | undefined, event: ReturnType<typeof eventsOf>[number]): Resource | undefined {
  const { template } = event.resource
  if (type === 'Api' || type === 'HttpApi') {
    const api = apiOf(event)
    const isOurs = api?.type === 'AWS::Serverless::HttpApi' || api?.type === 'AWS::Serverless::Api'
    // A REST API with a body of its own is left as it is.
    return isOurs && (type === 'HttpApi' || !(api.entries.some(({ key }) => /^Definition(Body|Uri)$/.test(key.text)) || api.isOpen))
      ? api
      : undefined
  }
  const property = type === 'S3' ? 'Bucket' : type === 'Cognito' ? 'UserPool' : undefined
  const named = property && childOf(event.properties.node, property)
  const id = named && idIn(named)
  return id === undefined ? undefined : template.resources.get(id)
}

/** Whether a resource or anything that it waits for is one of these, whatever the conditions. */
export function waitsFor(template: Template, from: string): ReadonlySet<string> {
  let hops = hopsByTemplate.get(template)
  if (!hops) {
    hops = new Map()
    for (const edge of dependenciesOf(template)) hops.set(edge.from, [...(hops.get(edge.from) ?? []), edge.to])
    hopsByTemplate.set(template, hops)
  }
  const reached = new Set<string>()
  const left = [from]
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    for (const to of hops.get(id) ?? []) {
      if (reached.has(to)) continue
      reached.add(to)
      left.push(to)
    }
  }
  return reached
}
const hopsByTemplate = new WeakMap<Template, Map<string, string[]>>()

/**
 * Circles of dependencies, each with the condition under which all of it is there: a shortest one of every group of resources
 * that reach each other, then, without its last edge, what is left.
 */
export function circlesOf(dependencies: readonly Dependency[]): Circle[] {
  const circles: Circle[] = []
  let hops = hopsOf(dependencies)
  while (circles.length < MAX_CIRCLES) {
    const groups = groupsOf(hops)
    hops = hops.filter(({ from, to }) => groups.get(from) === groups.get(to))
    const circle = shortestCircle(hops)
    if (!circle) break
    circles.push(circle)
    const last = lastOf(circle)
    hops = hops.filter(({ from, to }) => from !== last.from || to !== last.to)
  }
  return circles
}

/** The edge of a circle that was written last: taking it away is the least change. */
const lastOf = (circle: Circle): Dependency =>
  circle.edges.reduce((last, edge) => (edge.node.span.start > last.node.span.start ? edge : last))

/** All that makes one resource wait for another, taken together. */
interface Hop {
  readonly from: string
  readonly to: string
  readonly edges: Dependency[]
  when: When
}

function hopsOf(edges: readonly Dependency[]): Hop[] {
  const hops = new Map<string, Hop>()
  for (const edge of edges) {
    const { from, to, when } = edge
    const hop = hops.get(`${from} ${to}`)
    if (hop) {
      hop.edges.push(edge)
      hop.when = either(hop.when, when)
    } else hops.set(`${from} ${to}`, { from, to, edges: [edge], when })
  }
  return [...hops.values()]
}

function shortestCircle(hops: readonly Hop[]): Circle | undefined {
  const out = new Map<string, Hop[]>()
  for (const hop of hops) {
    const list = out.get(hop.from)
    if (list) list.push(hop)
    else out.set(hop.from, [hop])
  }
  let best: Circle | undefined
  for (const start of out.keys()) {
    const path = shortestPath(out, start)
    const circle = path && (!best || path.length < best.edges.length) ? circleOf(path) : undefined
    if (circle) best = circle
  }
  // Where conditions exclude every shortest one, a longer one can still be.
  return best ?? possibleCircle(out)
}

/** The way with the fewest hops from a resource back to it, whatever the conditions. */
function shortestPath(out: ReadonlyMap<string, Hop[]>, start: string): Hop[] | undefined {
  const reachedBy = new Map<string, Hop>()
  let frontier = [start]
  while (frontier.length) {
    const next: string[] = []
    for (const node of frontier) {
      for (const hop of out.get(node) ?? []) {
        if (hop.to !== start && !reachedBy.has(hop.to)) {
          reachedBy.set(hop.to, hop)
          next.push(hop.to)
        } else if (hop.to === start) {
          const path = [hop]
          for (let here = hop.from; here !== start; ) {
            const before = reachedBy.get(here) as Hop
            path.unshift(before)
            here = before.from
          }
          return path
        }
      }
    }
    frontier = next
  }
  return undefined
}

/** A circle all of which can be there at once; undefined when there is none, or it is not found within the bound. */
function possibleCircle(out: ReadonlyMap<string, Hop[]>): Circle | undefined {
  let steps = MAX_STEPS
  const follow = (goal: string, path: readonly Hop[], when: When): Circle | undefined => {
    for (const hop of out.get(path.at(-1)?.to ?? goal) ?? []) {
      if (--steps <= 0) return undefined
      const joint = both(when, hop.when)
      if (!canHold(joint) || (hop.to !== goal && path.some(({ to, from }) => to === hop.to || from === hop.to))) continue
      const found = hop.to === goal ? circleOf([...path, hop]) : follow(goal, [...path, hop], joint)
      if (found) return found
    }
    return undefined
  }
  for (const start of out.keys()) {
    const found = follow(start, [], ALWAYS)
    if (found) return found
  }
  return undefined
}

/** The circle that a path is, with an edge for every hop so that all can be there at once. */
function circleOf(path: readonly Hop[]): Circle | undefined {
  let joint = path.reduce((all, hop) => both(all, hop.when), ALWAYS)
  const edges: Dependency[] = []
  for (const hop of path) {
    const edge = hop.edges.find(({ when }) => canHold(both(joint, when)))
    if (!edge) return undefined
    joint = both(joint, edge.when)
    edges.push(edge)
  }
  return { edges, when: edges.reduce((all, edge) => both(all, edge.when), ALWAYS) }
}

/** For every resource the group of those that it reaches and that reach it (Tarjan, without recursion). */
function groupsOf(hops: readonly Hop[]): Map<string, number> {
  const out = new Map<string, string[]>()
  for (const { from, to } of hops) {
    const list = out.get(from)
    if (list) list.push(to)
    else out.set(from, [to])
    if (!out.has(to)) out.set(to, [])
  }
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const group = new Map<string, number>()
  const stack: string[] = []
  let groups = 0
  for (const root of out.keys()) {
    if (index.has(root)) continue
    const work: { node: string; next: number }[] = [{ node: root, next: 0 }]
    for (let top = work.at(-1); top; top = work.at(-1)) {
      const { node } = top
      if (top.next === 0) {
        index.set(node, index.size)
        low.set(node, index.get(node) as number)
        stack.push(node)
      }
      const target = (out.get(node) as string[])[top.next++]
      if (target !== undefined) {
        if (!index.has(target)) work.push({ node: target, next: 0 })
        else if (!group.has(target)) low.set(node, Math.min(low.get(node) as number, index.get(target) as number))
        continue
      }
      work.pop()
      const parent = work.at(-1)
      if (parent) low.set(parent.node, Math.min(low.get(parent.node) as number, low.get(node) as number))
      if (low.get(node) === index.get(node)) {
        for (let member = ''; member !== node; ) {
          member = stack.pop() as string
          group.set(member, groups)
        }
        groups++
      }
    }
  }
  return group
}
