import type { Kind } from '../kind.ts'
import type { Project } from '../project.ts'
import type { SchemaSource } from '../schema/format.ts'
import { placedText } from '../source/embedded.ts'
import type { Source } from '../source/source.ts'
import { type Entry, entryOf, type Mapping, type Node, type Scalar, type Span } from '../source/tree.ts'
import { table } from '../table.ts'
import { ALWAYS, both, emptyMapping, type Fact, Properties, type When } from '../values.ts'
import { mergeGlobals } from './globals.ts'
import { type Call, callOf, isLoop } from './intrinsics.ts'
import { Logic } from './logic.ts'
import { type Lookup, lookUp } from './lookups.ts'
import { expandLoops } from './loops.ts'
import { Names } from './names.ts'
import { Parameter } from './parameters.ts'
import { References } from './references.ts'
import { TemplateResolver } from './resolver.ts'
import { implicitApisOf } from './sam-events.ts'

/** What a template is looked at with; whatever is not given is unknown. */
export interface Surroundings {
  readonly inputs?: Inputs
  readonly schemas?: SchemaSource
  /** The files around the document. */
  readonly project?: Project
  /** The day for which dates are judged, `2027-03-31`; each table of dates has its own otherwise. */
  readonly asOf?: string
}

/** What is known of the deployment beforehand. Nothing given: every parameter can have any of its values. */
export interface Inputs {
  readonly parameters?: Readonly<Record<string, string>>
  /** The values are known beforehand, for whatever template has these parameters; others are given when one is deployed. */
  readonly isPartial?: boolean
  readonly regions?: readonly string[]
}

export const SECTIONS = [
  'AWSTemplateFormatVersion',
  'Description',
  'Metadata',
  'Parameters',
  'Rules',
  'Mappings',
  'Conditions',
  'Transform',
  'Hooks',
  'Resources',
  'Outputs',
] as const
/** What SAM adds to them. */
export const SAM_SECTIONS = [...SECTIONS, 'Globals'] as const
export type Section = (typeof SAM_SECTIONS)[number]

/** What a resource can have. */
export const RESOURCE_ATTRIBUTES = [
  'Type',
  'Properties',
  'DependsOn',
  'Condition',
  'Metadata',
  'CreationPolicy',
  'UpdatePolicy',
  'DeletionPolicy',
  'UpdateReplacePolicy',
] as const
/** What SAM adds to them. */
export const SAM_RESOURCE_ATTRIBUTES = [...RESOURCE_ATTRIBUTES, 'Connectors', 'IgnoreGlobals'] as const

/** The resource types that SAM adds. */
export const SAM_TYPES: readonly string[] = [
  'Api',
  'Application',
  'CapacityProvider',
  'Connector',
  'Function',
  'GraphQLApi',
  'HttpApi',
  'LayerVersion',
  'SimpleTable',
  'StateMachine',
  'WebSocketApi',
].map((name) => `AWS::Serverless::${name}`)

export const SAM_TRANSFORM = 'AWS::Serverless-2016-10-31'

/** Transforms whose effect is understood, so that the template is what it says. */
const KNOWN_TRANSFORMS = new Set([
  SAM_TRANSFORM,
  'AWS::LanguageExtensions',
  'AWS::CodeDeployBlueGreen',
  'AWS::SecretsManager-2020-07-23',
  'AWS::SecretsManager-2024-09-16',
])

/** A CloudFormation or SAM template. Sections of a wrong shape read as empty; rules of the `template` group report them. */
export class Template {
  readonly root: Mapping
  readonly logic: Logic
  readonly resolver: TemplateResolver
  readonly parameters: ReadonlyMap<string, Parameter>
  readonly resources: ReadonlyMap<string, Resource>
  /** Names of the Transform section that are literal. */
  readonly transforms: readonly Scalar[]
  readonly inputs: Inputs
  readonly schemas: SchemaSource | undefined
  readonly project: Project | undefined
  readonly asOf: string | undefined

  constructor(
    readonly source: Source,
    root: Mapping,
    readonly kind: Kind & ('cloudformation' | 'sam'),
    { inputs = {}, schemas, project, asOf }: Surroundings = {},
  ) {
    this.inputs = inputs
    this.schemas = schemas
    this.project = project
    this.asOf = asOf
    this.transforms = transformsOf(root)
    this.root = this.hasTransform('AWS::LanguageExtensions') ? expandLoops(root) : root
    const given = table(inputs.parameters ?? {})
    this.parameters = new Map(
      this.sectionEntries('Parameters').map((entry) => [entry.key.text, new Parameter(entry, given[entry.key.text])]),
    )
    this.logic = new Logic(this)
    this.resolver = new TemplateResolver(this)
    const resources = new Map<string, Resource>()
    // The condition of a resource may lead to a function that asks for the others.
    this.resources = resources
    for (const entry of this.sectionEntries('Resources')) {
      if (entry.value.kind === 'mapping' && !isLoop(entry.key.text) && entry.key.text !== 'Fn::Transform') {
        resources.set(entry.key.text, new Resource(this, entry.key, entry.value))
      }
    }
  }

  /** A top-level section with its key; undefined when it is not written. */
  section(name: Section): Entry | undefined {
    return entryOf(this.root, name)
  }

  /** What a section that is a mapping holds, in order; empty when it is missing or no mapping. */
  sectionEntries(name: Section): readonly Entry[] {
    const value = this.section(name)?.value
    return value?.kind === 'mapping' ? value.entries : []
  }

  hasTransform(name: string): boolean {
    return this.transforms.some((transform) => transform.text === name)
  }

  /**
   * Whether a macro may add, remove or rewrite anything: an unknown name in Transform, `Fn::Transform` at the top, or the
   * directives of a preprocessor. What such a template lacks cannot be reported.
   */
  get isRewritten(): boolean {
    this.#isRewritten ??= isRewritten(this)
    return this.#isRewritten
  }
  #isRewritten: boolean | undefined

  /** Whether a section can hold more than is written: a macro, an include, or a loop stands in it. */
  isOpen(name: Section): boolean {
    return this.isRewritten || this.sectionEntries(name).some((entry) => entry.key.text === 'Fn::Transform' || isLoop(entry.key.text))
  }

  /** Every use of every name, collected once. */
  get references(): References {
    this.#references ??= new References(this)
    return this.#references
  }
  #references: References | undefined

  /** What the names that functions use stand for. */
  get names(): Names {
    this.#names ??= new Names(this)
    return this.#names
  }
  #names: Names | undefined

  /** Every case of a `Fn::FindInMap` under a condition, its `DefaultValue` left out of account. */
  lookUp(call: Call, when: When): readonly Lookup[] {
    const known = this.#lookups.get(call)
    if (known?.when === when) return known.cases
    const cases = lookUp(this, call, when, (node, under) => this.resolver.resolve(node, under))
    this.#lookups.set(call, { when, cases })
    return cases
  }
  readonly #lookups = new WeakMap<Call, { when: When; cases: readonly Lookup[] }>()

  /** When a node takes effect: the condition of its resource or output, and of every `Fn::If` around it. */
  whenAt(node: Node): When {
    let when = this.always
    for (let here = node; here.parent; here = here.parent) {
      const { parent, index } = here
      const call = index > 0 && index < 3 ? callOf(parent.parent ?? undefined) : undefined
      const condition = call?.name === 'Fn::If' && parent.kind === 'sequence' ? parent.items[0] : entryOf(parent, 'Condition')?.value
      if (condition?.kind !== 'scalar' || condition.value === null) continue
      const depth = parent.parent?.parent?.parent
      if (call?.name === 'Fn::If') when = both(this.logic.named(condition.text, index === 1), when)
      else if (depth === null && /^(Resources|Outputs)$/.test(parent.parent?.key?.text ?? ''))
        when = both(this.logic.named(condition.text, true), when)
    }
    return when
  }

  /** The files beside the template that its properties name and that were read so far, by their paths; see `partsAt`. */
  readonly parts = new Map<string, Source>()

  /** Holds under no condition. */
  readonly always: When = ALWAYS

  /** Where a part of a scalar's decoded text is written, whatever its quotes, escapes and lines. */
  partOf(scalar: Scalar, start: number, end: number): Span {
    return placedText(this.source, scalar).span(start, end)
  }

  /** The APIs that SAM makes for events that name none, by their logical IDs, Globals merged in; findings stand in Globals or at an event. */
  get implicitApis(): ReadonlyMap<string, Resource> {
    this.#implicitApis ??= implicitApisOf(this)
    return this.#implicitApis
  }
  #implicitApis: ReadonlyMap<string, Resource> | undefined

  /** The resources of the given types, in order. */
  resourcesOf(...types: string[]): Resource[] {
    return [...this.resources.values()].filter((resource) => types.includes(resource.type))
  }
}

/** One resource: its properties as rules see them, SAM's Globals merged in, under the resource's own condition. */
export class Resource extends Properties {
  readonly id: string
  /** Empty when it is missing or not literal. */
  readonly type: string

  constructor(
    readonly template: Template,
    /** The logical ID. */
    readonly key: Scalar,
    /** The resource's own mapping: Type, Properties, Condition, DependsOn, … */
    readonly body: Mapping,
  ) {
    const type = entryOf(body, 'Type')?.value
    const name = type?.kind === 'scalar' ? type.text : ''
    super(propertiesOf(template, body, name), conditionOf(template, body), template.resolver)
    this.id = key.text
    this.type = name
  }

  /** Whether the resource can have attributes that are not written: a macro or a loop stands among them. */
  get isBodyOpen(): boolean {
    return this.template.resolver.open(this.body)
  }

  /** An attribute beside Properties: `DeletionPolicy`, `DependsOn`, `Metadata`, … */
  attribute(name: string): Entry | undefined {
    return entryOf(this.body, name)
  }

  /** What an attribute holds that is a map (`CreationPolicy`, `Metadata`, …), read as properties are. */
  attributeMap(name: string): Properties | undefined {
    const value = entryOf(this.body, name)?.value
    return value?.kind === 'mapping' && !callOf(value) ? new Properties(value, this.when, this.resolver) : undefined
  }

  /** The values that an attribute can be shown to have. */
  attributeFacts(name: string): Fact[] {
    const value = entryOf(this.body, name)?.value
    return value ? this.resolver.resolve(value, this.when) : []
  }
}

function propertiesOf(template: Template, body: Mapping, type: string): Mapping {
  const written = entryOf(body, 'Properties')?.value
  const properties = written?.kind === 'mapping' ? written : emptyMapping(body)
  if (template.kind !== 'sam') return properties
  return mergeGlobals(template.section('Globals')?.value, type, properties, entryOf(body, 'IgnoreGlobals')?.value)
}

function conditionOf(template: Template, body: Mapping): When {
  const condition = entryOf(body, 'Condition')?.value
  return condition?.kind === 'scalar' && typeof condition.value === 'string'
    ? both(ALWAYS, template.logic.named(condition.text, true))
    : ALWAYS
}

function isRewritten({ root, source }: Template): boolean {
  // The preprocessor `rain` replaces `!Rain::Module` and its kind before anything is deployed.
  if (entryOf(root, 'Fn::Transform') || source.text.includes('Rain::')) return true
  const transform = entryOf(root, 'Transform')?.value
  if (!transform) return false
  const names = transform.kind === 'sequence' ? transform.items : [transform]
  return names.some((name) => name.kind !== 'scalar' || !KNOWN_TRANSFORMS.has(name.text))
}

function transformsOf(root: Mapping): Scalar[] {
  const transform = entryOf(root, 'Transform')?.value
  const names: readonly Node[] = transform?.kind === 'sequence' ? transform.items : transform ? [transform] : []
  return names.filter((name): name is Scalar => name.kind === 'scalar')
}
