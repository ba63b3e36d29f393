import { at, childOf, derived, type Entry, entryOf, type Mapping, type Node, type Scalar } from '../source/tree.ts'
import { table } from '../table.ts'
import { emptyMapping, mappingOf, Properties } from '../values.ts'
import { callOf } from './intrinsics.ts'
import { Resource, type Template } from './template.ts'

/** One event source in the Events of a function or a state machine. */
export interface SamEvent {
  /** Its name. */
  readonly key: Scalar
  readonly node: Mapping
  /** undefined when it is missing or not literal, which SAM refuses. */
  readonly type: Scalar | undefined
  /** Empty, at the place of the event, when there are none. */
  readonly properties: Properties
  readonly resource: Resource
}

/** The event sources of a function or a state machine, in order; of the given types only, if any are given. */
export function eventsOf(resource: Resource, ...types: readonly string[]): SamEvent[] {
  const events = at(resource.node, 'Events')
  if (events?.kind !== 'mapping' || callOf(events)) return []
  const found: SamEvent[] = []
  for (const { key, value } of events.entries) {
    if (value.kind !== 'mapping' || callOf(value) || key.text.startsWith('Fn::')) continue
    const type = childOf(value, 'Type')
    const literal = type?.kind === 'scalar' && type.value !== null ? type : undefined
    if (types.length && !types.includes(literal?.text ?? '')) continue
    const written = childOf(value, 'Properties')
    const properties = written?.kind === 'mapping' ? written : emptyMapping(value)
    found.push({
      key,
      node: value,
      type: literal,
      properties: new Properties(properties, resource.when, resource.template.resolver),
      resource,
    })
  }
  return found
}

/** What SAM makes for the events of a type that name no API, and the property that would name one. */
const IMPLICIT: Readonly<Record<string, { readonly id: string; readonly property: string; readonly api: string }>> = table({
  Api: { id: 'ServerlessRestApi', property: 'RestApiId', api: 'AWS::Serverless::Api' },
  HttpApi: { id: 'ServerlessHttpApi', property: 'ApiId', api: 'AWS::Serverless::HttpApi' },
})

const implicitOf = ({ type }: SamEvent) => (type ? IMPLICIT[type.text] : undefined)

/** The logical ID that an Api or HttpApi event names, the implicit one where it names none; undefined when it is not literal. */
export function apiIdOf(event: SamEvent): string | undefined {
  const implicit = implicitOf(event)
  if (!implicit) return undefined
  const named = childOf(event.properties.node, implicit.property)
  if (!named) return event.properties.isOpen ? undefined : implicit.id
  return idIn(named)
}

/** The API that an Api or HttpApi event belongs to, if the template has it. */
export function apiOf(event: SamEvent): Resource | undefined {
  const id = apiIdOf(event)
  const { template } = event.resource
  return id === undefined ? undefined : (template.implicitApis.get(id) ?? template.resources.get(id))
}

/** The logical ID that a literal or a Ref names. */
export function idIn(node: Node): string | undefined {
  if (node.kind === 'scalar') return node.value === null ? undefined : node.text
  const call = callOf(node)
  return call?.name === 'Ref' && call.argument.kind === 'scalar' ? call.argument.text : undefined
}

/** The APIs that SAM makes for the events of a template. */
export function implicitApisOf(template: Template): Map<string, Resource> {
  const found = new Map<string, Resource>()
  if (template.kind !== 'sam') return found
  for (const resource of template.resourcesOf('AWS::Serverless::Function', 'AWS::Serverless::StateMachine')) {
    for (const event of eventsOf(resource, 'Api', 'HttpApi')) {
      const implicit = implicitOf(event)
      if (implicit && apiIdOf(event) === implicit.id && !found.has(implicit.id)) {
        found.set(implicit.id, implicitApi(template, implicit.id, implicit.api, event))
      }
    }
  }
  return found
}

/** A resource that nobody wrote: it stands at its section of Globals, else at the event that calls for it. */
function implicitApi(template: Template, id: string, type: string, event: SamEvent): Resource {
  const globals = entryOf(template.section('Globals')?.value, type.slice('AWS::Serverless::'.length))?.value
  const place = globals?.kind === 'mapping' ? globals : event.node
  const entry = (name: string, value: Node): Entry => ({ key: derived(place, name), value })
  const properties = mappingOf(place, type === 'AWS::Serverless::Api' ? [entry('StageName', derived(place, 'Prod'))] : [])
  const body = mappingOf(place, [entry('Type', derived(place, type)), entry('Properties', properties)])
  return new Resource(template, derived(place, id), body)
}
