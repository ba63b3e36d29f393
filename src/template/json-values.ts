import type { Problem, Source } from '../source/source.ts'
import { childOf, type Mapping, type Node } from '../source/tree.ts'
import { type Fact, Properties, type Resolver, type When } from '../values.ts'
import { contentsAt, isWholeJson } from './contents.ts'
import type { Template } from './template.ts'

/** An object of a property that takes JSON: written as an object, or as text. */
export class JsonObject extends Properties {
  constructor(
    /** Positioned in the template, also where the object stands as text. */
    readonly source: Source,
    node: Mapping,
    when: When,
    resolver: Resolver,
  ) {
    super(node, when, resolver)
  }

  /** Every case of a node that stands in it. */
  resolve(node: Node, when: When): Fact[] {
    return this.resolver.resolve(node, when)
  }

  /** Whether a mapping in it may hold keys that are not written. */
  isOpenAt(node: Mapping): boolean {
    return this.resolver.open(node)
  }
}

/** A text that should be a JSON object and is none. */
export interface MalformedJson {
  readonly host: Node
  readonly when: When
  /** What the parser stumbles over; undefined when the text is well-formed and no object. */
  readonly problem: Problem | undefined
}

/** Every object that a node can be shown to be, and the texts that are none. */
export function jsonAt(template: Template, node: Node, when: When): { objects: JsonObject[]; malformed: MalformedJson[] } {
  const objects: JsonObject[] = []
  const malformed: MalformedJson[] = []
  for (const { source, node: map, when: under, resolver, text, problem } of contentsAt(template, node, when)) {
    const isJson = !text || source.format === 'json'
    if (map && isJson && !problem) objects.push(new JsonObject(source, map, under, resolver))
    else if (text && isWholeJson(text.text.text)) malformed.push({ host: text.host, when: under, problem: isJson ? problem : undefined })
  }
  return { objects, malformed }
}

/** The objects that a property of a mapping can be shown to be. @param property a key of the mapping itself, no path */
export function jsonIn(template: Template, of: Properties, property: string): JsonObject[] {
  const node = childOf(of.node, property)
  return node ? jsonAt(template, node, of.when).objects : []
}
