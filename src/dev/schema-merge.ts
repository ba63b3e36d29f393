/**
 * Resource-type schemas: structure from @aws-cdk/aws-service-spec, patterns and bounds from @awboost/cfn-resource-types, what is
 * newer than both from the constructs of aws-cdk-lib, our own corrections on top. Where the sources disagree the result allows
 * what any of them allows.
 */
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec'
import type { Property, PropertyType, Resource, SpecDatabase, TypeDefinition } from '@aws-cdk/service-spec-types'
import { samTypes } from '../sam/types.ts'
import type { AttributeKind, ListShape, NumberShape, ObjectShape, Shape, TextShape, TypeSchema } from '../schema/format.ts'
import { patternFacts } from '../schema/pattern.ts'
import { type ConstructObject, type ConstructShape, type ConstructType, readConstructs } from './constructs.ts'
import { type Declared, type DeclaredProperty, type DeclaredType, type Limits, readDeclarations } from './declarations.ts'
import { ROOT } from './groups.ts'
import { CORRECTIONS, correct } from './schema-corrections.ts'

const require = createRequire(join(ROOT, 'package.json'))
const DECLARATIONS = dirname(require.resolve('@awboost/cfn-resource-types/AWS-SQS-Queue'))

export function makeSchemas(notes: Notes = new Notes()): Map<string, TypeSchema> {
  const database = loadAwsServiceSpecSync()
  const declared = new Set(
    readdirSync(DECLARATIONS)
      .filter((file) => file.endsWith('.d.ts'))
      .map((file) => file.slice(0, -'.d.ts'.length)),
  )
  const schemas = new Map<string, TypeSchema>()
  const constructs = readConstructs()
  const resources = [...database.all('resource')].sort((a, b) => (a.cloudFormationType < b.cloudFormationType ? -1 : 1))
  for (const resource of resources) {
    const name = resource.cloudFormationType
    // Years old there; what the SAM translator accepts is the truth about them.
    if (name.startsWith('AWS::Serverless::')) continue
    const file = name.replaceAll('::', '-')
    const declarations = declared.delete(file) ? readDeclarations(join(DECLARATIONS, `${file}.d.ts`)) : undefined
    if (!declarations) notes.add('types without declarations', name)
    schemas.set(name, new Merger(database, name, notes, constructs.get(name)).merge(resource, declarations))
    constructs.delete(name)
  }
  for (const [name, construct] of constructs) {
    if (name.startsWith('AWS::Serverless::')) continue
    notes.add('types of constructs only, added', name)
    schemas.set(name, new Merger(database, name, notes, construct).construct(construct))
  }
  for (const file of declared) notes.add('types declared only, left out', file)
  for (const correction of CORRECTIONS) correct(schemas, correction)
  notes.add('corrections', ...CORRECTIONS.map(({ type, path }) => `${type} ${path}`))
  for (const [name, schema] of Object.entries(samTypes((type) => schemas.get(type)))) schemas.set(name, schema)
  return new Map([...schemas].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** What happened on the way, counted by heading. */
export class Notes {
  readonly #found = new Map<string, string[]>()

  add(heading: string, ...texts: string[]): void {
    const list = this.#found.get(heading)
    if (list) list.push(...texts)
    else this.#found.set(heading, texts)
  }

  print(verbose: boolean): void {
    for (const [heading, texts] of [...this.#found].sort(([a], [b]) => (a < b ? -1 : 1))) {
      console.log(`  ${String(texts.length).padStart(5)} ${heading}`)
      if (verbose) for (const text of texts) console.log(`          ${text}`)
    }
  }
}

const BUILTIN_TAG: ObjectShape = {
  p: { Key: { t: 's', min: 1, max: 128 }, Value: { t: 's', max: 256 } },
  r: ['Key', 'Value'],
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

class Merger {
  readonly #definitions: Record<string, ObjectShape> = {}
  /** Names of definitions by the service spec's id. */
  readonly #names = new Map<string, string>()

  constructor(
    private readonly database: SpecDatabase,
    private readonly type: string,
    private readonly notes: Notes,
    private readonly source: ConstructType | undefined,
  ) {}

  /** A type that only its construct is known of. */
  construct(construct: ConstructType): TypeSchema {
    const own = this.#constructed(construct)
    const tags = ['Tags', 'TagList'].find((name) => name in own.p)
    return {
      ...own,
      a: Object.fromEntries(construct.attributes.map((name) => [name, '*' as const])),
      ...(Object.keys(this.#definitions).length ? { d: this.#definitions } : {}),
      ...(tags ? { tags } : {}),
    }
  }

  merge(resource: Resource, declarations: DeclaredType | undefined): TypeSchema {
    const attributes: Record<string, AttributeKind> = {}
    for (const [name, { type }] of Object.entries(resource.attributes)) attributes[name] = attributeKind(type)
    const declaredAttributes = declarations?.attributes
    if (declaredAttributes?.kind === 'object') {
      for (const name of declaredAttributes.properties.keys()) {
        if (attributes[name]) continue
        attributes[name] = '*'
        this.notes.add('attributes declared only', `${this.type} ${name}`)
      }
    }
    for (const name of this.source?.attributes ?? []) {
      if (attributes[name]) continue
      attributes[name] = '*'
      this.notes.add('attributes of constructs only', `${this.type} ${name}`)
    }
    const own = this.#object(this.type, resource.properties, declarations?.properties, this.source, (name) => name in attributes)
    const schema: Mutable<TypeSchema> = { ...own, a: attributes }
    if (Object.keys(this.#definitions).length) schema.d = this.#definitions
    const ref = resource.cfnRefIdentifier ?? resource.primaryIdentifier
    if (ref) schema.ref = ref
    if (resource.tagInformation) schema.tags = resource.tagInformation.tagPropertyName
    const fixed = Object.entries(resource.properties).filter(([, property]) => property.causesReplacement === 'yes')
    if (fixed.length) schema.fixed = fixed.map(([name]) => name)
    return schema
  }

  #object(
    path: string,
    properties: Readonly<Record<string, Property>>,
    declared: Declared | undefined,
    construct: ConstructObject | undefined,
    isAttribute: (name: string) => boolean,
  ): ObjectShape {
    const known = declared ? propertiesOf(declared) : undefined
    if (declared && !known) this.notes.add('shapes that differ, both allowed', `${path}: object, ${declared.kind}`)
    const p: Record<string, Shape> = {}
    const r: string[] = []
    const old: string[] = []
    for (const [name, property] of Object.entries(properties)) {
      // Named in the specification by mistake, and accepted by nothing.
      if (property.deprecated === 'IGNORE') {
        this.notes.add('properties marked as mistakes, left out', `${path}.${name}`)
        continue
      }
      const other = known?.get(name)
      p[name] = this.#shape(`${path}.${name}`, property.type, other?.type, construct?.properties.get(name), other?.limits)
      if (property.required) {
        const isOptional = other?.required === false || (construct?.properties.has(name) && !construct.required.has(name))
        if (!isOptional) r.push(name)
        else this.notes.add('requirements not agreed on, dropped', `${path}.${name}`)
      } else if (other?.required) this.notes.add('requirements not agreed on, dropped', `${path}.${name}`)
      if (property.deprecated === 'WARN') old.push(name)
    }
    for (const [name, property] of known ?? []) {
      if (name in properties || isAttribute(name)) continue
      p[name] = declaredShape(property.type, new Set())
      this.notes.add('properties declared only, added', `${path}.${name}`)
    }
    for (const [name, shape] of construct?.properties ?? []) {
      if (name in p) continue
      p[name] = this.#constructedShape(shape)
      this.notes.add('properties of constructs only, added', `${path}.${name}`)
    }
    return { p: sorted(p), ...(r.length ? { r: r.sort() } : {}), ...(old.length ? { old } : {}) }
  }

  #constructed(object: ConstructObject): ObjectShape {
    const p = Object.fromEntries([...object.properties].map(([name, shape]) => [name, this.#constructedShape(shape)]))
    return { p: sorted(p), ...(object.required.size ? { r: [...object.required].sort() } : {}) }
  }

  #constructedShape(shape: ConstructShape): Shape {
    if (shape === 'tag') return this.#tag(undefined)
    if (typeof shape === 'string') return shape
    if ('list' in shape) return { t: 'l', of: this.#constructedShape(shape.list) }
    if ('map' in shape) return { t: 'm', of: this.#constructedShape(shape.map) }
    const known = this.#names.get(shape.object)
    if (known) return `#${known}`
    const name = this.#define(shape.object, shape.object.replace(/^Cfn/, '').replace(/Property$/, ''))
    if (this.source) this.#definitions[name] = this.#constructed(this.source.object(shape.object))
    return `#${name}`
  }

  /** Takes a name for a definition before it is read, so that an object can hold itself. */
  #define(id: string, wanted: string): string {
    let name = wanted
    for (let i = 2; name in this.#definitions; i++) name = `${wanted}${i}`
    this.#names.set(id, name)
    this.#definitions[name] = { p: {} }
    return name
  }

  #shape(
    path: string,
    type: PropertyType,
    declared: Declared | undefined,
    construct: ConstructShape | undefined,
    limits: Limits = {},
  ): Shape {
    const other = declared?.kind === 'any' ? undefined : declared
    if (declared?.kind === 'any') {
      // The registry takes anything here; types of the service spec are the documented ones and narrower.
      if (type.type !== 'string' || !type.allowedValues) this.notes.add('shapes declared as anything', path)
    }
    switch (type.type) {
      case 'string':
      case 'date-time': {
        if (other && !isText(other)) return this.#differ(path, type.type, other)
        const text: Mutable<TextShape> = { t: 's' }
        const values = type.type === 'string' ? type.allowedValues : undefined
        const more = other?.kind === 'enum' ? other.values.map(String) : undefined
        if (values || more) text.enum = [...new Set([...(values ?? []), ...(more ?? [])])]
        if (limits.minLength) text.min = limits.minLength
        if (limits.maxLength !== undefined) text.max = limits.maxLength
        Object.assign(text, this.#pattern(path, limits.pattern))
        return Object.keys(text).length === 1 ? 's' : text
      }
      case 'integer':
      case 'number': {
        if (other && other.kind !== 'number' && other.kind !== 'enum' && other.kind !== 'string')
          return this.#differ(path, type.type, other)
        const t = type.type === 'integer' ? 'i' : 'n'
        const number: Mutable<NumberShape> = { t }
        const values = type.type === 'integer' ? type.allowedValues : undefined
        const more = other?.kind === 'enum' ? other.values.filter((value) => typeof value === 'number') : undefined
        if (values || more?.length) number.enum = [...new Set([...(values ?? []), ...(more ?? [])])]
        if (limits.min !== undefined) number.min = limits.min
        if (limits.max !== undefined) number.max = limits.max
        return Object.keys(number).length === 1 ? t : number
      }
      case 'boolean':
        return other && other.kind !== 'boolean' && other.kind !== 'string' ? this.#differ(path, 'boolean', other) : 'b'
      case 'json':
        return declared?.kind === 'any' || other?.kind === 'list' || other?.kind === 'union' ? '*' : 'j'
      case 'null':
        return '*'
      case 'tag':
        return this.#tag(other)
      case 'array': {
        if (other && other.kind !== 'list') return this.#differ(path, 'list', other)
        const list: Mutable<ListShape> = { t: 'l', of: this.#shape(`${path}.*`, type.element, other?.of, listOf(construct)) }
        if (limits.minLength) list.min = limits.minLength
        if (limits.maxLength !== undefined) list.max = limits.maxLength
        return list
      }
      case 'map': {
        const of = other?.kind === 'map' ? other.of : undefined
        const map: Shape = { t: 'm', of: this.#shape(`${path}.*`, type.element, of, mapOf(construct)) }
        if (other?.kind === 'union') return { t: 'u', of: [map, ...this.#alternatives(other)] }
        return other && other.kind !== 'map' ? this.#differ(path, 'map', other) : map
      }
      case 'ref':
        if (other && !propertiesOf(other)) return this.#differ(path, 'object', other)
        return this.#reference(path, this.database.get('typeDefinition', type.reference), other, construct)
      case 'union': {
        const kinds = type.types.map(({ type }) => type)
        if (kinds.every((kind) => kind === 'json' || kind === 'string')) return 'j'
        return { t: 'u', of: type.types.map((one) => this.#shape(path, one, undefined, undefined)) }
      }
    }
  }

  #reference(path: string, definition: TypeDefinition, declared: Declared | undefined, construct: ConstructShape | undefined): Shape {
    const known = this.#names.get(definition.$id)
    if (known) return `#${known}`
    const name = this.#define(definition.$id, definition.name)
    const object = typeof construct === 'object' && 'object' in construct ? construct.object : undefined
    if (object) this.#names.set(object, name)
    const members = object ? this.source?.object(object) : undefined
    this.#definitions[name] = this.#object(path, definition.properties, declared, members, () => false)
    return `#${name}`
  }

  /** AWS's own tag; types that declare theirs can ask for less. */
  #tag(declared: Declared | undefined): Shape {
    const properties = declared ? propertiesOf(declared) : undefined
    const required = (BUILTIN_TAG.r ?? []).filter((name) => properties?.get(name)?.required !== false)
    const names = new Set([...Object.keys(BUILTIN_TAG.p), ...(properties?.keys() ?? [])])
    const p = Object.fromEntries(
      [...names].map((name) => {
        const { minLength: min, maxLength: max } = properties?.get(name)?.limits ?? {}
        if (min === undefined && max === undefined) return [name, BUILTIN_TAG.p[name] ?? ('s' as const)]
        return [name, { t: 's' as const, ...(min ? { min } : {}), ...(max === undefined ? {} : { max }) }]
      }),
    )
    this.#definitions['Tag'] ??= { p, ...(required.length && names.size === 2 ? { r: required } : {}) }
    return '#Tag'
  }

  #alternatives(declared: Declared & { kind: 'union' }): Shape[] {
    return declared.of.filter((one) => one.kind === 'string').map(() => 's')
  }

  #differ(path: string, kind: string, declared: Declared): Shape {
    this.notes.add('shapes that differ, both allowed', `${path}: ${kind}, ${declared.kind}`)
    return '*'
  }

  #pattern(path: string, pattern: string | undefined): Pick<TextShape, 'pattern'> {
    if (pattern === undefined) return {}
    // Characters that were lost on the way to the declarations.
    const facts = /[\uFFFD\uD800-\uDFFF]/u.test(pattern) ? 'lost characters' : patternFacts(pattern)
    if (typeof facts !== 'string') {
      this.notes.add('patterns taken', path)
      return facts
    }
    this.notes.add('patterns left out', `${path}: ${pattern} (${facts})`)
    return {}
  }
}

const listOf = (shape: ConstructShape | undefined): ConstructShape | undefined =>
  typeof shape === 'object' && 'list' in shape ? shape.list : undefined

const mapOf = (shape: ConstructShape | undefined): ConstructShape | undefined =>
  typeof shape === 'object' && 'map' in shape ? shape.map : undefined

/** The properties of an object, or of all the objects that it can be; required is what every one of them requires. */
function propertiesOf(declared: Declared): ReadonlyMap<string, DeclaredProperty> | undefined {
  if (declared.kind === 'object') return declared.properties
  if (declared.kind !== 'union') return undefined
  const some = declared.of.map(propertiesOf).filter((one) => one !== undefined)
  if (some.length === 0) return undefined
  const all = new Map<string, DeclaredProperty>()
  for (const properties of some) {
    for (const [name, property] of properties) {
      const known = all.get(name)
      // Limits can differ between the alternatives: only what they share counts.
      if (!known) all.set(name, { ...property, required: some.every((one) => one.get(name)?.required) })
      else if (JSON.stringify(known.limits) !== JSON.stringify(property.limits)) all.set(name, { ...known, limits: {} })
    }
  }
  return all
}

const isText = (declared: Declared): boolean =>
  declared.kind === 'string' ||
  declared.kind === 'number' ||
  declared.kind === 'boolean' ||
  declared.kind === 'enum' ||
  (declared.kind === 'union' && declared.of.every(isText))

/** Without the service spec to say more, only the kind. */
function declaredShape(declared: Declared, above: ReadonlySet<Declared>): Shape {
  if (above.has(declared)) return '*'
  switch (declared.kind) {
    case 'string':
      return 's'
    case 'boolean':
      return 'b'
    case 'number':
      return 'n'
    case 'list':
      return { t: 'l', of: declaredShape(declared.of, new Set([...above, declared])) }
    default:
      return '*'
  }
}

function attributeKind(type: PropertyType): AttributeKind {
  switch (type.type) {
    case 'string':
    case 'date-time':
      return 's'
    case 'integer':
      return 'i'
    case 'number':
      return 'n'
    case 'boolean':
      return 'b'
    case 'array':
      return 'l'
    case 'ref':
    case 'map':
    case 'tag':
      return 'o'
    default:
      return '*'
  }
}

const sorted = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
