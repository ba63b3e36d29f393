import { longestText, readPattern } from './schema/pattern.ts'
import type { Scalar, Sequence } from './source/tree.ts'
import { type Parameter, splitList } from './template/parameters.ts'
import { number } from './values.ts'

/** What of a parameter's declaration a value breaks. */
export type Breach = 'allowed' | 'pattern' | 'tooShort' | 'tooLong' | 'tooSmall' | 'tooLarge' | 'notNumber'

/** The message for each, with the value's role in front: `Default is "x", which …`. */
export const breachMessages = <const R extends string>(role: R) =>
  ({
    allowed: `${role} "{value}", which is not among the AllowedValues {limit}.`,
    pattern: `${role} "{value}", which does not match the AllowedPattern {limit}.`,
    tooShort: `${role} "{value}", which is shorter than the MinLength {limit}.`,
    tooLong: `${role} "{value}", which is longer than the MaxLength {limit}.`,
    tooSmall: `${role} "{value}", which is less than the MinValue {limit}.`,
    tooLarge: `${role} "{value}", which is more than the MaxValue {limit}.`,
    notNumber: `${role} "{value}", which is no number as the type {limit} needs.`,
  }) as const

export interface Broken {
  readonly breach: Breach
  /** The value, or the item of a list that is at fault. */
  readonly at: Scalar
  /** What can be printed of it. */
  readonly value: string
  readonly limit: string | number
}

/**
 * What a value breaks of the parameter's own constraints.
 * @param asAllowed the value is one of AllowedValues itself
 */
export function brokenBy(parameter: Parameter, value: Scalar, asAllowed = false): Broken[] {
  const { type } = parameter
  const items = parameter.isList || type === 'List<Number>' ? itemsOf(value) : [value]
  const found: Broken[] = []
  for (const at of items) {
    const say = (breach: Breach, limit: string | number): void => {
      found.push({ breach, at, value: parameter.isNoEcho ? '***' : at.text, limit })
    }
    const allowed = parameter.allowedValues
    if (allowed && !asAllowed && !allowed.some((one) => isSame(one, at)))
      say('allowed', parameter.isNoEcho ? '***' : allowed.map(({ text }) => text).join(', '))
    const pattern = parameter.attribute('AllowedPattern')?.value
    if (pattern?.kind === 'scalar' && typeof pattern.value === 'string' && matches(pattern.text, at.text) === false)
      say('pattern', pattern.text)
    // The value of an SSM parameter is not what is written: its name is.
    if (type.startsWith('AWS::SSM::')) continue
    if (type === 'Number' || type === 'List<Number>') {
      const is = number.read(at)
      if (is === undefined) {
        if (at.text !== '' || type === 'Number') say('notNumber', type)
        continue
      }
      const [min, max] = [numberOf(parameter, 'MinValue'), numberOf(parameter, 'MaxValue')]
      if (min !== undefined && is < min) say('tooSmall', min)
      if (max !== undefined && is > max) say('tooLarge', max)
    } else if (!parameter.isList) {
      const [min, max] = [numberOf(parameter, 'MinLength'), numberOf(parameter, 'MaxLength')]
      const { length } = at.text
      if (min !== undefined && length < min) say('tooShort', min)
      if (max !== undefined && length > max) say('tooLong', max)
    }
  }
  return found
}

/** The items of a list parameter's text; none of an empty one. */
const itemsOf = (value: Scalar): readonly Scalar[] =>
  value.text.trim() === '' ? [] : ((splitList(value) as Sequence).items as readonly Scalar[])

/** CloudFormation turns what YAML reads as a number or a boolean into text; how it is written does not count. */
function isSame(one: Scalar, other: Scalar): boolean {
  if (one.text === other.text) return true
  const [a, b] = [number.read(one), number.read(other)]
  if (a !== undefined && b !== undefined) return a === b
  return (
    String(one.value).toLowerCase() === String(other.value).toLowerCase() &&
    (typeof one.value === 'boolean' || typeof other.value === 'boolean')
  )
}

function numberOf(parameter: Parameter, name: string): number | undefined {
  const value = parameter.attribute(name)?.value
  return value && number.read(value)
}

const expressions = new Map<string, { readonly expression: RegExp; readonly longest: number } | undefined>()

/** Whether the whole text matches; undefined where the pattern cannot be run, or not on so long a text. */
function matches(pattern: string, text: string): boolean | undefined {
  if (!expressions.has(pattern)) {
    const read = readPattern(pattern)
    expressions.set(
      pattern,
      typeof read === 'string'
        ? undefined
        : { expression: new RegExp(`^(?:${read.expression.source})$`, read.expression.flags), longest: longestText(read.degree) },
    )
  }
  const known = expressions.get(pattern)
  return known && text.length <= known.longest ? known.expression.test(text) : undefined
}
