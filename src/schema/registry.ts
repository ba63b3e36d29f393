/** Registry schemas, as `aws cloudformation describe-type` gives them and `--schema` takes them, in our own format. */
import type { AttributeKind, ListShape, NumberShape, ObjectShape, Shape, TextShape, TypeSchema } from './format.ts'
import { patternFacts } from './pattern.ts'

type Json = Readonly<Record<string, unknown>>
type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/**
 * Converts a registry schema.
 * @returns undefined for what is no registry schema; what is not understood in one is left open
 */
export function readRegistrySchema(value: unknown): { readonly name: string; readonly schema: TypeSchema } | undefined {
  if (!isObject(value) || typeof value['typeName'] !== 'string' || !isObject(value['properties'])) return undefined
  return { name: value['typeName'], schema: new Converter(value).convert() }
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [])
const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)

/** Properties named by pointers, `/properties/A/B`, dotted. */
const pointersOf = (value: unknown): string[] =>
  textsOf(value).map((pointer) => pointer.replace(/^\/properties\//, '').replaceAll('/', '.'))

class Converter {
  readonly #definitions: Record<string, ObjectShape> = {}
  /** The definition made of a part of the schema, so that an object can hold itself. */
  readonly #names = new Map<Json, string>()

  constructor(private readonly root: Json) {}

  convert(): TypeSchema {
    const readOnly = pointersOf(this.root['readOnlyProperties'])
    const own = this.#object(this.root, readOnly)
    const tagging = this.root['tagging']
    const tags = isObject(tagging) ? pointersOf([tagging['tagProperty']])[0] : undefined
    const ref = pointersOf(this.root['primaryIdentifier'])
    const fixed = pointersOf(this.root['createOnlyProperties']).filter((name) => !name.includes('.'))
    return {
      ...own,
      a: Object.fromEntries(readOnly.map((name) => [name, this.#attributeKind(name)])),
      ...(Object.keys(this.#definitions).length ? { d: this.#definitions } : {}),
      ...(ref.length ? { ref } : {}),
      ...((tags ?? ('Tags' in own.p ? 'Tags' : undefined)) ? { tags: tags ?? 'Tags' } : {}),
      ...(fixed.length ? { fixed } : {}),
    }
  }

  #object(schema: Json, readOnly: readonly string[] = []): ObjectShape {
    // Without the names that every object has.
    const p: Record<string, Shape> = Object.create(null)
    const required = new Set(textsOf(schema['required']))
    let open = schema['additionalProperties'] !== false || isObject(schema['patternProperties'])
    const take = (part: Json): void => {
      if (!isObject(part['properties'])) return
      for (const [name, value] of Object.entries(part['properties'])) {
        if (!readOnly.includes(name)) p[name] ??= isObject(value) ? this.#shape(value) : '*'
      }
    }
    take(schema)
    for (const part of partsOf(schema, 'allOf').map((one) => this.#resolve(one))) {
      take(part)
      for (const name of textsOf(part['required'])) required.add(name)
    }
    // Alternatives add properties; what they ask for depends on which of them is meant.
    for (const part of [...partsOf(schema, 'oneOf'), ...partsOf(schema, 'anyOf')].map((one) => this.#resolve(one))) {
      if (part['additionalProperties'] === true) open = true
      take(part)
    }
    const old = pointersOf(schema === this.root ? schema['deprecatedProperties'] : undefined).filter((name) => name in p)
    const r = [...required].filter((name) => name in p).sort()
    return { p, ...(r.length ? { r } : {}), ...(open ? { open } : {}), ...(old.length ? { old } : {}) }
  }

  #shape(given: Json): Shape {
    const schema = this.#resolve(given)
    const types = typeof schema['type'] === 'string' ? [schema['type']] : textsOf(schema['type'])
    if (types.length > 1) {
      if (types.every((type) => type === 'object' || type === 'string')) return 'j'
      return { t: 'u', of: types.map((type) => this.#shape({ ...schema, type })) }
    }
    const alternatives = [...partsOf(schema, 'oneOf'), ...partsOf(schema, 'anyOf')].map((one) => this.#resolve(one))
    if (!types.length && alternatives.length && !isObject(schema['properties'])) {
      return { t: 'u', of: alternatives.map((one) => this.#shape(one)) }
    }
    switch (types[0] ?? (isObject(schema['properties']) ? 'object' : undefined)) {
      case 'string':
        return this.#text(schema)
      case 'integer':
      case 'number':
        return this.#number(schema, types[0] === 'integer' ? 'i' : 'n')
      case 'boolean':
        return 'b'
      case 'array':
        return this.#list(schema)
      case 'object':
        return this.#map(schema) ?? this.#named(schema)
      default:
        return '*'
    }
  }

  #text(schema: Json): Shape {
    const text: Mutable<TextShape> = { t: 's' }
    const values = 'const' in schema ? [schema['const']] : schema['enum']
    if (Array.isArray(values)) text.enum = values.map(String)
    const min = numberOf(schema['minLength'])
    const max = numberOf(schema['maxLength'])
    if (min) text.min = min
    if (max !== undefined) text.max = max
    if (typeof schema['pattern'] === 'string') {
      const facts = patternFacts(schema['pattern'])
      if (typeof facts !== 'string') Object.assign(text, facts)
    }
    return Object.keys(text).length === 1 ? 's' : text
  }

  #number(schema: Json, t: 'i' | 'n'): Shape {
    const number: Mutable<NumberShape> = { t }
    const min = numberOf(schema['minimum'])
    const max = numberOf(schema['maximum'])
    if (Array.isArray(schema['enum'])) number.enum = schema['enum'].map(Number)
    if (min !== undefined) number.min = min
    if (max !== undefined) number.max = max
    return Object.keys(number).length === 1 ? t : number
  }

  #list(schema: Json): Shape {
    const { items } = schema
    const list: Mutable<ListShape> = { t: 'l', of: isObject(items) ? this.#shape(items) : '*' }
    const min = numberOf(schema['minItems'])
    const max = numberOf(schema['maxItems'])
    if (min) list.min = min
    if (max !== undefined) list.max = max
    if (schema['uniqueItems'] === true) list.unique = true
    return list
  }

  /** An object with free keys; without any properties it is JSON. */
  #map(schema: Json): Shape | undefined {
    if (isObject(schema['properties']) || ['allOf', 'oneOf', 'anyOf'].some((key) => partsOf(schema, key).length)) return undefined
    const patterns = isObject(schema['patternProperties']) ? Object.values(schema['patternProperties']).filter(isObject) : []
    const more = schema['additionalProperties']
    if (isObject(more)) patterns.push(more)
    if (patterns.length === 0) return 'j'
    return {
      t: 'm',
      of: patterns.length === 1 ? this.#shape(patterns[0] as Json) : { t: 'u', of: patterns.map((one) => this.#shape(one)) },
    }
  }

  #named(schema: Json): Shape {
    let name = this.#names.get(schema)
    if (name === undefined) {
      name = `Object${this.#names.size + 1}`
      this.#names.set(schema, name)
      this.#definitions[name] = this.#object(schema)
    }
    return `#${name}`
  }

  /** Follows `$ref` within the schema; a reference that leads nowhere is open. */
  #resolve(schema: Json): Json {
    let here = schema
    for (let i = 0; i < 20; i++) {
      const ref = here['$ref']
      if (typeof ref !== 'string') return here
      const target = this.#find(ref)
      if (!target) return {}
      here = target
    }
    return {}
  }

  #find(ref: string): Json | undefined {
    let here: unknown = this.root
    for (const step of ref.replace(/^#\/?/, '').split('/')) {
      const key = step.replaceAll('~1', '/').replaceAll('~0', '~')
      here = isObject(here) && Object.hasOwn(here, key) ? here[key] : undefined
    }
    return isObject(here) ? here : undefined
  }

  #attributeKind(name: string): AttributeKind {
    let here: Json = this.root
    for (const step of name.split('.')) {
      const { properties } = here
      const next = isObject(properties) ? properties[step] : undefined
      if (!isObject(next)) return '*'
      here = this.#resolve(next)
    }
    const kinds: Readonly<Record<string, AttributeKind>> = { string: 's', integer: 'i', number: 'n', boolean: 'b', array: 'l', object: 'o' }
    return kinds[String(here['type'])] ?? '*'
  }
}

const partsOf = (schema: Json, key: string): Json[] => {
  const parts = schema[key]
  return Array.isArray(parts) ? parts.filter(isObject) : []
}
