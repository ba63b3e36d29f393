import { embed, type PlacedText } from '../source/embedded.ts'
import type { Problem, Source } from '../source/source.ts'
import type { Mapping, Node } from '../source/tree.ts'
import { OPAQUE } from '../text.ts'
import { both, canHold, type Fact, OPAQUE_AWARE, Properties, type Resolver, type When } from '../values.ts'
import { callOf } from './intrinsics.ts'
import { branchesOf } from './leads.ts'
import type { Template } from './template.ts'
import { textsAt } from './texts.ts'

/** An object of a property that takes JSON: written as an object, or as text. */
export class JsonObject extends Properties {
  constructor(
    /** Positioned in the template, also where the object stands as text. */
    readonly source: Source,
    node: Mapping,
    when: When,
    resolver: Resolver,
    readonly isText: boolean,
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
  for (const branch of branchesOf(template, node, when)) {
    const call = callOf(branch.node)
    const value = call?.name === 'Fn::ToJsonString' ? call.argument : branch.node
    for (const fact of template.resolver.resolve(value, branch.when)) {
      if (fact.state === 'known' && fact.value.kind === 'mapping' && canHold(fact.when))
        objects.push(new JsonObject(template.source, fact.value, fact.when, template.resolver, false))
    }
    for (const { text, host, when: under } of textsAt(template, value, branch.when)) {
      const joint = both(branch.when, under)
      const source = embed(template.source, host, text)
      const problem = source.problems.find(({ code }) => code === 'syntax-error')
      if (source.format === 'json' && source.root?.kind === 'mapping' && !problem)
        objects.push(new JsonObject(source, source.root, joint, OPAQUE_AWARE, true))
      else if (isWhole(text)) malformed.push({ host, when: joint, problem: source.format === 'json' ? problem : undefined })
    }
  }
  return { objects, malformed }
}

/** The objects that a property of a mapping can be shown to be. @param property a key of the mapping itself, no path */
export function jsonIn(template: Template, of: Properties, property: string): JsonObject[] {
  const entry = of.entries.findLast(({ key }) => key.text === property)
  return entry ? jsonAt(template, entry.value, of.when).objects : []
}

/** Whether what is unknown of a text lies within its strings. */
const isWhole = ({ text }: PlacedText): boolean => !new RegExp(`\\$\\{|${OPAQUE}`).test(text.replace(/"(?:[^"\\]|\\.)*"/gs, ''))
