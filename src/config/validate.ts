import { closest, listOf, type Mapping, type Node, type Span, spanOf } from '../core.ts'
import { table } from '../table.ts'

/** What is wrong in a configuration, and where. */
export interface ConfigProblem {
  readonly message: string
  readonly span: Span
}

/** As much of JSON Schema as the configuration's own needs. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly string[]
  readonly minLength?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly definitions?: Readonly<Record<string, Schema>>
}

/** Aliases can make a small text large; no configuration has so many values. */
const MAX_VALUES = 20_000

/**
 * Holds a tree to a schema, places included: no value is converted, and YAML's `off` is the word that was written.
 * A key without a value counts as not being there.
 */
export function problemsIn(root: Node, schema: Schema): ConfigProblem[] {
  const problems: ConfigProblem[] = []
  let values = 0

  function check(node: Node, given: Schema, name: string): void {
    if (++values === MAX_VALUES) problems.push({ message: 'It holds too many values for a configuration.', span: spanOf(node) })
    if (values >= MAX_VALUES) return
    const own = given.$ref ? (schema.definitions?.[given.$ref.replace('#/definitions/', '')] ?? {}) : given
    if (own.anyOf) {
      const fitting = own.anyOf.find((one) => isOfType(node, one))
      if (fitting) check(node, fitting, name)
      else wrongType(node, own.anyOf.flatMap(typesOf), name)
    } else if (!isOfType(node, own)) wrongType(node, typesOf(own), name)
    else if (node.kind === 'scalar') checkText(node, own, name)
    else if (node.kind === 'sequence') for (const item of node.items) check(item, own.items ?? {}, `an item of ${name}`)
    else checkMapping(node, own, name)
  }

  function checkText(node: Node & { kind: 'scalar' }, own: Schema, name: string): void {
    if (own.enum && !own.enum.includes(node.text)) {
      const meant = closest(node.text, own.enum)
      const hint = meant === undefined ? '' : `; did you mean "${meant}"?`
      const end = hint === '' ? '.' : hint
      problems.push({ message: `${capital(name)} is "${node.text}"; it must be ${oneOf(own.enum)}${end}`, span: spanOf(node) })
    } else if (own.minLength && node.text.length < own.minLength) {
      problems.push({ message: `${capital(name)} is empty; write something or remove it.`, span: spanOf(node) })
    }
  }

  function checkMapping(node: Mapping, own: Schema, name: string): void {
    const known = own.properties ?? {}
    const misspelt = new Set<string>()
    for (const { key, value } of node.entries) {
      const property = Object.hasOwn(known, key.text) ? known[key.text] : undefined
      const general = typeof own.additionalProperties === 'object' ? own.additionalProperties : undefined
      if (!property && !general) {
        const meant = closest(key.text, Object.keys(known))
        if (meant !== undefined) misspelt.add(meant)
        const hint =
          meant === undefined ? `it takes ${listOf(Object.keys(known).filter((one) => one !== '$schema'))}.` : `did you mean "${meant}"?`
        problems.push({ message: `There is no setting "${key.text}"${name === WHOLE ? '' : ` in ${name}`}; ${hint}`, span: spanOf(key) })
      } else if (!isNothing(value)) check(value, (property ?? general) as Schema, `"${key.text}"`)
    }
    for (const key of own.required ?? []) {
      if (!misspelt.has(key) && !node.entries.some((entry) => entry.key.text === key))
        problems.push({ message: `${capital(name)} has no "${key}"; add it.`, span: spanOf(node) })
    }
  }

  function wrongType(node: Node, types: readonly string[], name: string): void {
    const words = [...new Set(types)].map((type) => WORDS[type] ?? type)
    problems.push({ message: `${capital(name)} is ${WORDS[kindOf(node)]}; it must be ${words.join(' or ')}.`, span: spanOf(node) })
  }

  check(root, schema, WHOLE)
  return problems
}

const WHOLE = 'the configuration'
const WORDS: Readonly<Record<string, string>> = table({
  object: 'a map',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  null: 'nothing',
})

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
const oneOf = (words: readonly string[]): string => `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`

/** A key that nothing is written under. */
export const isNothing = (node: Node): boolean => node.kind === 'scalar' && node.value === null && node.style === 'plain'

function typesOf(schema: Schema): readonly string[] {
  if (schema.enum) return ['string']
  return schema.type === undefined ? [] : typeof schema.type === 'string' ? [schema.type] : schema.type
}

function kindOf(node: Node): string {
  if (node.kind !== 'scalar') return node.kind === 'mapping' ? 'object' : 'array'
  return node.value === null ? 'null' : typeof node.value
}

function isOfType(node: Node, schema: Schema): boolean {
  // YAML 1.1 reads `off` as false; the word is what was meant.
  if (schema.enum && node.kind === 'scalar' && typeof node.value === 'boolean' && !/^(true|false)$/i.test(node.text)) return true
  const types = typesOf(schema)
  return types.length === 0 || types.includes(kindOf(node))
}
