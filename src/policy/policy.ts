import type { Source } from '../source/source.ts'
import { childOf, entryOf, type Mapping, type Node, type Scalar } from '../source/tree.ts'
import { contentsAt } from '../template/contents.ts'
import { type Form, formsOf, suspectsOf } from '../template/forms.ts'
import { callOf } from '../template/intrinsics.ts'
import { branchesOf } from '../template/leads.ts'
import { nodesAt } from '../template/targets.ts'
import type { Resource, Template } from '../template/template.ts'
import { type Fact, map, Properties, type Resolver, type When } from '../values.ts'
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

  /** Every case of a node that stands in it. */
  resolve(node: Node, when: When): Fact[] {
    return this.resolver.resolve(node, when)
  }

  /** Whether every statement is a map that is written here, so that nothing is known to be missing only by ignorance. */
  get isComplete(): boolean {
    const isWritten = (fact: Fact): boolean => {
      if (fact.state === 'absent') return true
      if (fact.state === 'unknown') return false
      if (fact.value.kind !== 'sequence') return fact.value.kind === 'mapping'
      return fact.value.items.every((item) =>
        this.resolver
          .resolve(item, fact.when)
          .every((one) => one.state === 'absent' || (one.state === 'known' && one.value.kind === 'mapping')),
      )
    }
    return !this.isOpen && this.facts('Statement').every(isWritten) && this.statements.every((one) => !one.isOpen)
  }
}

/** What a statement says of who is meant. */
export interface Principal extends Form {
  /** `AWS`, `Service`, `Federated`, `CanonicalUser`; `*` for the bare star, empty for another text or one that is unknown. */
  readonly type: string
}

/** One test of a Condition block. */
export interface ConditionTest {
  readonly operator: Scalar
  readonly key: Scalar
  readonly values: Form[]
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

  /** Whether its Effect is Allow for certain. */
  get isAllow(): boolean {
    return this.#hasEffect('Allow')
  }

  /** Whether its Effect is Deny for certain. */
  get isDeny(): boolean {
    return this.#hasEffect('Deny')
  }

  #hasEffect(effect: string): boolean {
    // Without it the statement is malformed, whatever else it says.
    const facts = this.facts('Effect').filter((fact) => fact.state !== 'absent')
    return facts.length > 0 && facts.every((fact) => fact.state === 'known' && fact.value.kind === 'scalar' && fact.value.text === effect)
  }

  /** Every form of every item of an element that takes one text or a list of them. */
  forms(element: string): Form[] {
    const node = childOf(this.node, element)
    return node ? this.#formsAt(node, this.when) : []
  }

  /** The forms that are wrong: of each item those that are wholly known, or else the first that is known in part. */
  suspects(element: string, isWrong: (text: string) => boolean): Form[] {
    return suspectsOf(this.forms(element), isWrong)
  }

  /** Whether a form of the element, or one that is not known, may fulfil the test. */
  may(element: string, test: (text: string) => boolean): boolean {
    return this.forms(element).some(({ text }) => test(text))
  }

  /** Whether an element is there and each of its forms is known to fulfil the test. */
  all(element: string, test: (text: string) => boolean): boolean {
    const forms = this.forms(element)
    return forms.length > 0 && forms.every(({ text }) => test(text))
  }

  /** Every principal of Principal (or NotPrincipal). */
  principals(element: 'Principal' | 'NotPrincipal' = 'Principal'): Principal[] {
    const node = childOf(this.node, element)
    if (!node) return []
    return branchesOf(this.policy.resource.template, node, this.when).flatMap(({ node, when }) =>
      node.kind === 'mapping' && !callOf(node)
        ? node.entries.flatMap(({ key, value }) => this.#formsAt(value, when).map((form) => ({ ...form, type: key.text })))
        : this.#formsAt(node, when).map((form) => ({ ...form, type: form.text === '*' ? '*' : '' })),
    )
  }

  /** The principals that are everybody. */
  everybody(): Principal[] {
    return this.principals().filter(({ type, text }) => text === '*' && (type === '*' || type === 'AWS'))
  }

  /** Every operator with every key below Condition. */
  conditions(): ConditionTest[] {
    const found: ConditionTest[] = []
    for (const block of this.items('Condition')) {
      for (const { key: operator } of block.entries) {
        for (const tests of block.items(operator.text)) {
          for (const { key, value } of tests.entries)
            found.push({ operator, key, values: this.#formsAt(value, tests.when), when: tests.when })
        }
      }
    }
    return found
  }

  /** Whether it applies without any Condition, as far as can be seen. */
  get isUnconditional(): boolean {
    return this.facts('Condition').every((fact) => fact.state === 'absent') && !this.isOpen
  }

  /** Whether no condition says who is meant or where from, so that a principal that is everybody really is. */
  get isUnrestricted(): boolean {
    return (
      this.isUnconditional ||
      (this.known('Condition', map).length > 0 &&
        !this.conditions().some(({ key }) => /^(aws:(Source|Principal|Vpc|Userid|Username|Called)|kms:|sns:Endpoint)/i.test(key.text)))
    )
  }

  #formsAt(node: Node, when: When): Form[] {
    return formsOf(this.policy.resource.template, node, when, this.resolver)
  }
}

const cache = new WeakMap<Resource, PolicyDocument[]>()

/** Every policy document of a template, as an object or as text. */
export const policiesOf = (template: Template): PolicyDocument[] => [...template.resources.values()].flatMap(policiesIn)

/** The policy documents that a resource holds, in the order of `POLICY_PLACES`. */
export function policiesIn(resource: Resource): PolicyDocument[] {
  let policies = cache.get(resource)
  if (!policies) {
    policies = (POLICY_PLACES[resource.type] ?? []).flatMap((place) =>
      holdersOf(resource, place).flatMap(({ node, when }) => documentsAt(resource, place, node, when)),
    )
    cache.set(resource, policies)
  }
  return policies
}

function documentsAt(resource: Resource, place: PolicyPlace, node: Node, when: When): PolicyDocument[] {
  return contentsAt(resource.template, node, when).flatMap(({ source, node: map, when: under, resolver, text }) => {
    if (!map) return []
    // A text at a bare place is a name, and so is one that is no JSON.
    const isPolicy = text ? !place.isBare && /^\s*\{/.test(text.text.text) : !place.isBare || entryOf(map, 'Statement') !== undefined
    return isPolicy ? [new PolicyDocument(source, map, under, resolver, resource, place)] : []
  })
}

/** The nodes that stand where the place says, before functions are resolved; of a list that ends the path, its items that are maps. */
const holdersOf = (resource: Resource, { path }: PolicyPlace): { node: Node; when: When }[] =>
  path.endsWith('.*') ? resource.items(path.slice(0, -'.*'.length)) : nodesAt(resource, path)
