import { embed } from '../source/embedded.ts'
import type { Source } from '../source/source.ts'
import type { Mapping, Node, Scalar } from '../source/tree.ts'
import type { Resource, Template } from '../template/template.ts'
import { textsAt } from '../template/texts.ts'
import { both, canHold, Known, OPAQUE_AWARE, Properties, type Resolver, string, type When } from '../values.ts'
import { POLICY_PLACES, type PolicyPlace } from './places.ts'

/** An access policy document, wherever a resource holds one. */
export class PolicyDocument extends Properties {
  constructor(
    /** Positioned in the document around it, also where the policy stands as text. */
    readonly source: Source,
    node: Mapping,
    when: When,
    resolver: Resolver,
    /** The resource that holds it. */
    readonly resource: Resource,
    readonly place: PolicyPlace,
  ) {
    super(node, when, resolver)
  }

  /** `identity`, `trust`, `resource`, … */
  get kind(): PolicyPlace['kind'] {
    return this.place.kind
  }

  /** The statements that are maps, each under its condition. A single statement counts as a list of one. */
  get statements(): Statement[] {
    this.#statements ??= this.items('Statement').map((item) => new Statement(this, item.node, item.when, this.resolver))
    return this.#statements
  }
  #statements: Statement[] | undefined

  /** Whether every statement is a map that is written here, so that nothing is known to be missing only by ignorance. */
  get isComplete(): boolean {
    return (
      this.facts('Statement').every((fact) => fact.state === 'known' && fact.value.kind === 'sequence') &&
      this.statements.every((one) => !one.isOpen)
    )
  }
}

/** What a statement says of who is meant. */
export interface Principal {
  /** `AWS`, `Service`, `Federated`, `CanonicalUser`; `*` for the bare star. */
  readonly type: string
  readonly value: Known<string>
}

/** One test of a Condition block. */
export interface ConditionTest {
  readonly operator: Scalar
  readonly key: Scalar
  /** The values that are known. */
  readonly values: Known<string>[]
  readonly when: When
}

/** One statement of a policy. */
export class Statement extends Properties {
  constructor(
    readonly policy: PolicyDocument,
    node: Mapping,
    when: When,
    resolver: Resolver,
  ) {
    super(node, when, resolver)
  }

  get isAllow(): boolean {
    const effects = this.facts('Effect')
    return (
      effects.length > 0 && effects.every((fact) => fact.state === 'known' && fact.value.kind === 'scalar' && fact.value.text === 'Allow')
    )
  }

  /** The known texts of an element that takes one text or a list of them: `Action`, `Resource`, … */
  texts(element: string): Known<string>[] {
    return this.facts(element).flatMap((fact) => (fact.state === 'known' ? this.#textsAt(fact.value, fact.when, fact.via) : []))
  }

  /** Whether every value of an element is known; false when it is absent. */
  isKnown(element: string): boolean {
    const facts = this.facts(element)
    return facts.length > 0 && facts.every((fact) => fact.state === 'known' && this.#isKnown(fact.value, fact.when))
  }

  /** Every known principal of Principal (or NotPrincipal). */
  principals(element: 'Principal' | 'NotPrincipal' = 'Principal'): Principal[] {
    const found: Principal[] = []
    for (const fact of this.facts(element)) {
      if (fact.state !== 'known') continue
      if (fact.value.kind === 'mapping') {
        for (const { key, value } of fact.value.entries) {
          for (const text of this.#textsAt(value, fact.when, undefined)) found.push({ type: key.text, value: text })
        }
      } else
        for (const text of this.#textsAt(fact.value, fact.when, fact.via)) found.push({ type: text.value === '*' ? '*' : '', value: text })
    }
    return found
  }

  /** Every operator with every key below Condition. */
  conditions(): ConditionTest[] {
    const found: ConditionTest[] = []
    for (const block of this.items('Condition')) {
      for (const { key: operator } of block.entries) {
        for (const tests of block.items(operator.text)) {
          for (const { key, value } of tests.entries)
            found.push({ operator, key, values: this.#textsAt(value, tests.when, undefined), when: tests.when })
        }
      }
    }
    return found
  }

  /** Whether it applies without any Condition, as far as can be seen. */
  get isUnconditional(): boolean {
    return this.facts('Condition').every((fact) => fact.state === 'absent') && !this.isOpen
  }

  #textsAt(node: Node, when: When, via: Node | undefined): Known<string>[] {
    const items = node.kind === 'sequence' ? node.items : [node]
    const found: Known<string>[] = []
    for (const item of items) {
      for (const fact of this.resolver.resolve(item, when)) {
        if (fact.state !== 'known') continue
        // A parameter or a mapping may give a whole list.
        if (fact.value.kind === 'sequence' && fact.value !== node) found.push(...this.#textsAt(fact.value, fact.when, fact.via ?? via))
        else {
          const text = string.read(fact.value)
          if (text !== undefined) found.push(new Known(text, fact.node, fact.when, fact.via ?? via))
        }
      }
    }
    return found
  }

  #isKnown(node: Node, when: When): boolean {
    const items = node.kind === 'sequence' ? node.items : [node]
    return items.every((item) => this.resolver.resolve(item, when).every((fact) => fact.state !== 'unknown'))
  }
}

/** A text in the place of a policy that is no JSON object. */
export interface MalformedPolicy {
  readonly source: Source
  readonly host: Node
  readonly when: When
}

/** Every policy document of a template, as an object or as text, and the texts that should have been one. */
export function policiesOf(template: Template): { policies: PolicyDocument[]; malformed: MalformedPolicy[] } {
  const policies: PolicyDocument[] = []
  const malformed: MalformedPolicy[] = []
  for (const resource of template.resources.values()) {
    for (const place of POLICY_PLACES[resource.type] ?? []) {
      for (const holder of holdersOf(resource, place)) collect(resource, place, holder.node, holder.when)
    }
  }
  return { policies, malformed }

  function collect(resource: Resource, place: PolicyPlace, node: Node, when: When): void {
    for (const fact of template.resolver.resolve(node, when)) {
      if (fact.state === 'known' && fact.value.kind === 'mapping' && canHold(fact.when)) {
        if (place.isBare && fact.value.entries.every(({ key }) => key.text !== 'Statement')) continue
        policies.push(new PolicyDocument(template.source, fact.value, fact.when, template.resolver, resource, place))
      }
    }
    if (place.isBare) return // a text there is a name
    for (const { text, host, when: textWhen } of textsAt(template, node, when)) {
      if (!/^\s*\{/.test(text.text)) continue
      const source = embed(template.source, host, text)
      const joint = both(when, textWhen)
      if (source.root?.kind === 'mapping') policies.push(new PolicyDocument(source, source.root, joint, OPAQUE_AWARE, resource, place))
      else if (!text.isPartlyUnknown) malformed.push({ source, host, when: joint })
    }
  }
}

/** The nodes that stand where the place says, before functions are resolved. */
function holdersOf(resource: Resource, place: PolicyPlace): { node: Node; when: When }[] {
  const steps = place.path.split('.')
  const last = steps.pop() as string
  const parents: Properties[] = steps.length
    ? steps.filter((step) => step !== '*').reduce<Properties[]>((all, step) => all.flatMap((one) => one.items(step)), [resource])
    : [resource]
  const found: { node: Node; when: When }[] = []
  for (const parent of parents) {
    if (last === '*') found.push({ node: parent.node, when: parent.when })
    else {
      const entry = parent.entries.findLast(({ key }) => key.text === last)
      if (entry) found.push({ node: entry.value, when: parent.when })
    }
  }
  return found
}
