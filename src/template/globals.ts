import { type Entry, entryOf, type Mapping, type Node } from '../source/tree.ts'
import { table } from '../table.ts'
import { mappingOf } from '../values.ts'
import { callOf } from './intrinsics.ts'

/** The section of Globals that each type takes its defaults from. */
const GLOBALS_OF: Readonly<Record<string, string>> = table({
  'AWS::Serverless::Function': 'Function',
  'AWS::Serverless::Api': 'Api',
  'AWS::Serverless::HttpApi': 'HttpApi',
  'AWS::Serverless::WebSocketApi': 'WebSocketApi',
  'AWS::Serverless::SimpleTable': 'SimpleTable',
  'AWS::Serverless::StateMachine': 'StateMachine',
  'AWS::Serverless::LayerVersion': 'LayerVersion',
  'AWS::Serverless::CapacityProvider': 'CapacityProvider',
})

export const GLOBALS_SECTIONS: readonly string[] = Object.values(GLOBALS_OF)

/**
 * The properties of a SAM resource with its Globals merged in as SAM does: a scalar of the resource replaces the global
 * one, maps are merged key by key, lists are appended to the global list. Every value keeps the place where it is written.
 * @param ignored the resource's IgnoreGlobals: `*`, or the names of the properties that it does not inherit
 */
export function mergeGlobals(globals: Node | undefined, type: string, properties: Mapping, ignored?: Node): Mapping {
  const section = GLOBALS_OF[type]
  // Properties that are a function are no map that SAM could merge into.
  if (!section || callOf(properties) || (ignored?.kind === 'scalar' && ignored.text === '*')) return properties
  const defaults = entryOf(globals, section)?.value
  if (defaults?.kind !== 'mapping') return properties
  const names = ignored?.kind === 'sequence' ? ignored.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : [])) : []
  return mergeMaps(names.length ? without(defaults, names) : defaults, properties)
}

const without = (map: Mapping, names: readonly string[]): Mapping => ({
  ...map,
  entries: map.entries.filter(({ key }) => !names.includes(key.text)),
})

function mergeMaps(defaults: Mapping, own: Mapping): Mapping {
  const entries: Entry[] = own.entries.map((entry) => {
    const general = entryOf(defaults, entry.key.text)?.value
    return general ? { ...entry, value: merge(general, entry.value) } : entry
  })
  for (const entry of defaults.entries) if (!entryOf(own, entry.key.text)) entries.push(entry)
  return mappingOf(own, entries)
}

function merge(general: Node, own: Node): Node {
  if (general.kind === 'mapping' && own.kind === 'mapping' && !callOf(general) && !callOf(own)) return mergeMaps(general, own)
  if (general.kind === 'sequence' && own.kind === 'sequence') return { ...own, items: [...general.items, ...own.items] }
  return own
}
