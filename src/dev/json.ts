import type { Mapping, Node } from '../core.ts'

/** What is changed on the way to JSON. */
export interface Edit {
  /** Nodes that are written otherwise, with the JSON text that stands for them. */
  readonly replaced?: ReadonlyMap<Node, string>
  /** Entries that sections of the template get, as JSON members: `"Name":{…}`. */
  readonly added?: Readonly<Record<string, string>>
}

/** A tree as JSON, duplicate keys and the order of keys included. */
export function toJson(root: Node, { replaced = new Map(), added = {} }: Edit = {}): string {
  const members = (node: Mapping, more?: string): string =>
    `{${[...node.entries.map(({ key, value }) => `${JSON.stringify(key.text)}:${json(value)}`), ...(more ? [more] : [])].join(',\n')}}`

  const json = (node: Node): string => {
    const instead = replaced.get(node)
    if (instead !== undefined) return instead
    if (node.kind === 'sequence') return `[${node.items.map(json).join(',\n')}]`
    if (node.kind === 'mapping') return members(node, node.parent === root && node.key ? added[node.key.text] : undefined)
    if (typeof node.value !== 'number') return JSON.stringify(node.value)
    // 0.0 stays 0.0, 0x10 becomes 16.
    if (/^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(node.text)) return node.text
    return Number.isFinite(node.value) ? String(node.value) : JSON.stringify(node.text)
  }

  if (root.kind !== 'mapping') return json(root)
  const missing = Object.entries(added).filter(([section]) => !root.entries.some(({ key }) => key.text === section))
  return members(root, missing.map(([section, content]) => `${JSON.stringify(section)}:{${content}}`).join(',\n'))
}
