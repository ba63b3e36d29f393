import type { Problem, Source } from '../source/source.ts'
import { entryOf, type Mapping, type Node, type Scalar } from '../source/tree.ts'
import { contentsAt, isWholeJson } from '../template/contents.ts'
import { partsAt } from '../template/documents.ts'
import type { Resource, Template } from '../template/template.ts'
import { OPAQUE } from '../text.ts'
import { both, canHold, type Fact, type Known, OPAQUE_AWARE, Properties, type Resolver, string, Unknown, type When } from '../values.ts'

/** Every state type of the Amazon States Language. */
export const STATE_TYPES = ['Task', 'Pass', 'Choice', 'Wait', 'Succeed', 'Fail', 'Parallel', 'Map'] as const

/** Deeper nesting of Map and Parallel states than this is not followed. */
const MAX_SCOPES = 2000

/** The definition of a state machine: an object, JSON text, or a file beside the template. */
export class StateMachine extends Properties {
  constructor(
    /** Positioned in the template, also where the definition stands as text; or in the file that the template names. */
    readonly source: Source,
    node: Mapping,
    when: When,
    resolver: Resolver,
    readonly resource: Resource,
    /** The property that holds or names it: `Definition`, `DefinitionString`, `DefinitionUri` or `DefinitionS3Location`. */
    readonly property: string,
    /** The file that it stands in, where the property names one. */
    readonly part?: Source,
  ) {
    super(node, when, resolver)
  }

  /** The machine itself and the processors and branches of its Map and Parallel states, outermost first. */
  get scopes(): Scope[] {
    this.#scopes ??= this.#collect()
    return this.#scopes
  }
  #scopes: Scope[] | undefined

  /** Every state of every scope, in the order of the text. */
  get states(): State[] {
    return this.scopes.flatMap((scope) => scope.states)
  }

  /** Whether it is certainly an Express (or Standard) workflow; undefined when that is unknown. SAM and CloudFormation default to Standard. */
  get isExpress(): boolean | undefined {
    const property = this.resource.type === 'AWS::Serverless::StateMachine' ? 'Type' : 'StateMachineType'
    const facts = this.resource.facts(property)
    if (facts.every((fact) => fact.state === 'absent')) return false
    const names = facts.map((fact) => (fact.state === 'known' ? string.read(fact.value) : undefined))
    return names.every((name) => name === 'EXPRESS') ? true : names.every((name) => name === 'STANDARD') ? false : undefined
  }

  #collect(): Scope[] {
    const scopes: Scope[] = [new Scope(this, undefined, this.node, this.when, this.resolver)]
    for (let i = 0; i < scopes.length && scopes.length < MAX_SCOPES; i++) {
      for (const state of (scopes[i] as Scope).states) {
        for (const path of ['Iterator', 'ItemProcessor', 'Branches']) {
          for (const inner of state.items(path)) scopes.push(new Scope(this, state, inner.node, inner.when, this.resolver))
        }
      }
    }
    return scopes
  }
}

/** A level of states that can reach each other: the machine, a branch of a Parallel state, the processor of a Map state. */
export class Scope extends Properties {
  constructor(
    readonly machine: StateMachine,
    /** The Map or Parallel state that holds it; undefined for the machine itself. */
    readonly holder: State | undefined,
    node: Mapping,
    when: When,
    resolver: Resolver,
  ) {
    super(node, when, resolver)
  }

  /** The states that are maps, in order. */
  get states(): State[] {
    this.#states ??= this.items('States').flatMap((states) =>
      states.entries.flatMap(({ key, value }) =>
        this.resolver
          .resolve(value, states.when)
          .flatMap((fact) =>
            fact.state === 'known' && fact.value.kind === 'mapping' ? [new State(this, key, fact.value, fact.when, this.resolver)] : [],
          ),
      ),
    )
    return this.#states
  }
  #states: State[] | undefined

  /** Whether every state of this level is written here. */
  get isComplete(): boolean {
    const states = this.facts('States')
    return (
      !this.isOpen &&
      states.length > 0 &&
      states.every((fact) => fact.state === 'known' && fact.value.kind === 'mapping' && !this.resolver.open(fact.value))
    )
  }

  state(name: string): State | undefined {
    return this.states.find((state) => state.name === name)
  }

  /** JSONata or JSONPath, as the machine says; undefined when it is unknown. */
  get queryLanguage(): string | undefined {
    for (let { holder } = this; holder; holder = holder.scope.holder) {
      if (holder.facts('QueryLanguage').some((fact) => fact.state !== 'absent')) return undefined
    }
    const isUnset = this.machine.facts('QueryLanguage').every((fact) => fact.state === 'absent')
    return isUnset ? 'JSONPath' : languageOf(this.machine)
  }
}

/** One state. */
export class State extends Properties {
  constructor(
    readonly scope: Scope,
    /** Its name. */
    readonly key: Scalar,
    node: Mapping,
    when: When,
    resolver: Resolver,
  ) {
    super(node, when, resolver)
  }

  get name(): string {
    return this.key.text
  }

  /** Its type when it is known and one only; empty otherwise. */
  get type(): string {
    const [only, ...others] = this.facts('Type')
    return only?.state === 'known' && others.length === 0 ? (string.read(only.value) ?? '') : ''
  }

  /** `JSONata` or `JSONPath`; undefined when it is unknown. */
  get queryLanguage(): string | undefined {
    const own = this.facts('QueryLanguage')
    return own.every((fact) => fact.state === 'absent') ? this.scope.queryLanguage : languageOf(this)
  }

  /** Whether it certainly runs in an Express (or Standard) workflow, which each run of a distributed Map is by itself. */
  get isExpress(): boolean | undefined {
    for (let { holder } = this.scope; holder; holder = holder.scope.holder) {
      const modes = holder.facts(MODE)
      if (modes.every((fact) => fact.state === 'absent')) continue
      const mode = only(holder, MODE)
      if (mode === 'INLINE') continue
      const type = mode === 'DISTRIBUTED' ? only(holder, 'ItemProcessor.ProcessorConfig.ExecutionType') : undefined
      return type === 'EXPRESS' ? true : type === 'STANDARD' ? false : undefined
    }
    return this.scope.machine.isExpress
  }

  /** Every place that names the next state: Next, Default, and those of choices and catchers. */
  get transitions(): Known<string>[] {
    return [
      ...this.known('Next', string),
      ...(this.type === 'Choice'
        ? [...this.known('Default', string), ...this.items('Choices').flatMap((rule) => rule.known('Next', string))]
        : []),
      ...this.items('Catch').flatMap((catcher) => catcher.known('Next', string)),
    ]
  }
}

const MODE = 'ItemProcessor.ProcessorConfig.Mode'

/** The value of a property that has only one. */
function only(of: Properties, path: string): string | undefined {
  const [one, ...others] = of.known(path, string)
  return others.length === 0 ? one?.value : undefined
}

const languageOf = (of: Properties): string | undefined => only(of, 'QueryLanguage')

/** A definition that stands as text and is no JSON object. */
export interface MalformedMachine {
  readonly host: Node
  readonly when: When
  readonly format: Source['format']
  /** What the parser stumbles over; undefined when the text is of another kind. */
  readonly problem: Problem | undefined
}

const PROPERTIES = ['Definition', 'DefinitionString']
/** A file is uploaded when the template is packaged. */
const FILES = ['DefinitionUri', 'DefinitionS3Location']

interface Machines {
  readonly machines: readonly StateMachine[]
  readonly malformed: readonly MalformedMachine[]
}

const machinesByTemplate = new WeakMap<Template, Machines>()

/** Every definition of a state machine that a template holds. */
export function machinesOf(template: Template): Machines {
  const known = machinesByTemplate.get(template)
  if (known) return known
  const found = readMachines(template)
  machinesByTemplate.set(template, found)
  return found
}

function readMachines(template: Template): Machines {
  const machines: StateMachine[] = []
  const malformed: MalformedMachine[] = []
  for (const resource of template.resourcesOf('AWS::StepFunctions::StateMachine', 'AWS::Serverless::StateMachine')) {
    for (const property of PROPERTIES) {
      const node = entryOf(resource.node, property)?.value
      if (!node) continue
      for (const { source, node: map, when, resolver, text, problem } of contentsAt(template, node, resource.when)) {
        if (map) machines.push(new StateMachine(source, map, when, new WithSubstitutions(resolver), resource, property))
        const isJson = source.format === 'json' && map && !problem
        if (text && !isJson && property === 'DefinitionString' && isWholeJson(text.text.text))
          malformed.push({ host: text.host, when, format: source.format, problem })
      }
    }
    for (const property of FILES) {
      for (const { source, when } of partsAt(template, resource, property, withoutPlaceholders)) {
        const resolver = new WithSubstitutions(OPAQUE_AWARE)
        const joint = both(resource.when, when)
        if (source.root?.kind === 'mapping' && canHold(joint))
          machines.push(new StateMachine(source, source.root, joint, resolver, resource, property, source))
      }
    }
  }
  return { machines, malformed }
}

/** JSON in which each `${Name}` that stands for a number or an object is a word; those in texts stay. */
function withoutPlaceholders(text: string): string {
  if (!/^\s*\{/.test(text)) return text
  return text.replace(/"(?:[^"\\]|\\.)*"|\$\{[\w-]+\}/g, (piece) =>
    piece.startsWith('"') ? piece : `"${OPAQUE.repeat(piece.length - 2)}"`,
  )
}

/** Step Functions fills in the `${Name}` of a definition itself; what holds one is unknown. */
class WithSubstitutions implements Resolver {
  constructor(private readonly inner: Resolver) {}

  resolve(node: Node, when: When): Fact[] {
    return this.inner.resolve(node, when).map((fact) => {
      const holdsOne = fact.state === 'known' && fact.value.kind === 'scalar' && /\$\{[^}]*\}/.test(fact.value.text)
      return holdsOne ? new Unknown(fact.node, fact.when, 'string') : fact
    })
  }

  isData(node: Mapping): boolean {
    return this.inner.isData(node)
  }

  open(node: Mapping): boolean {
    return this.inner.open(node) || node.entries.some(({ key }) => /\$\{[^}]*\}/.test(key.text))
  }
}
