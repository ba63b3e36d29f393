/**
 * Schedule expressions: `rate(5 minutes)`, `cron(0 12 * * ? *)`, `at(2027-01-31T08:00:00)`, and the five fields of Unix cron.
 * Sources: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html,
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html.
 */
import type { Template } from './template/template.ts'
import { textsOf } from './template/texts.ts'
import { closest, listOf, OPAQUE, WORD } from './text.ts'
import type { PartOf, Properties } from './values.ts'

/** What a service takes. */
export interface ScheduleDialect {
  readonly kinds: readonly ('rate' | 'cron' | 'at')[]
  /** The units of `rate`, singular. */
  readonly units?: readonly string[]
  /** Whether `rate(1 hours)` and `rate(2 hour)` are refused. */
  readonly isExact?: boolean
  /** Whether `rate(0 minute)` means something. */
  readonly takesZero?: boolean
}

/** What is wrong with an expression, and where in it. */
export interface ScheduleFault {
  readonly start: number
  readonly end: number
  /** Goes on after "…: ", without a full stop. */
  readonly says: string
}

const UNITS = ['minute', 'hour', 'day']
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

interface Field {
  readonly name: string
  readonly min: number
  readonly max: number
  /** Words that stand for numbers, from `min` on. */
  readonly words?: readonly string[]
  /** What the field takes besides values, ranges, lists and steps. */
  readonly special?: RegExp
}

const MINUTE: Field = { name: 'minute', min: 0, max: 59 }
const HOUR: Field = { name: 'hour', min: 0, max: 23 }
const MONTH: Field = { name: 'month', min: 1, max: 12, words: MONTHS }

const CRON: readonly Field[] = [
  MINUTE,
  HOUR,
  { name: 'day of month', min: 1, max: 31, special: /^(?:\?|L(?:-\d{1,2})?W?|W|(?:[1-9]|[12]\d|3[01])W)$/i },
  MONTH,
  { name: 'day of week', min: 1, max: 7, words: DAYS, special: /^(?:\?|L|(?:[1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(?:L|#[1-5]))$/i },
  { name: 'year', min: 1970, max: 2199 },
]

const UNIX: readonly Field[] = [
  MINUTE,
  HOUR,
  { name: 'day of month', min: 1, max: 31 },
  MONTH,
  { name: 'day of week', min: 0, max: 7, words: DAYS },
]

const isHidden = (text: string): boolean => text.includes(OPAQUE) || text.includes(WORD)

/** What is wrong with an expression; undefined when nothing is, as far as it is known. Unknown parts are `OPAQUE`. */
export function scheduleFault(text: string, dialect: ScheduleDialect): ScheduleFault | undefined {
  const whole = { start: 0, end: text.length }
  const forms = listOf(dialect.kinds.map((kind) => `${kind}(…)`))
  const match = /^(\s*)([A-Za-z]*)(\s*)\((.*)\)\s*$/s.exec(text)
  if (!match) {
    if (isHidden(text)) return undefined
    const isUnix = text.trim().split(/\s+/).length >= 5 && /^[\d*]/.test(text.trim()) && dialect.kinds.includes('cron')
    const open = /^\s*(rate|cron|at)\s*\(/.exec(text)?.[1]
    if (open) return { ...whole, says: `close ${open}( with a bracket at the end` }
    return { ...whole, says: isUnix ? `write cron(${text.trim()}) with the six fields of AWS` : `write ${forms}` }
  }
  const [, before = '', name = '', gap = '', inner = ''] = match
  const head = { start: before.length, end: before.length + name.length }
  const kind = dialect.kinds.find((one) => one === name)
  if (!kind) {
    const near = closest(name, dialect.kinds)
    return { ...head, says: near ? `write ${near}, not "${name}"` : `${name}(…) is not taken here; write ${forms}` }
  }
  if (before || gap) return { ...whole, says: `leave out the blank before ${before ? name : 'the bracket'}` }
  const from = head.end + 1
  const fault = kind === 'rate' ? rateFault(inner, dialect) : kind === 'cron' ? cronFault(inner, CRON) : atFault(inner)
  return fault && { ...fault, start: fault.start + from, end: fault.end + from }
}

/** An expression of a template that is not as it should be. */
export interface MalformedSchedule {
  readonly place: PartOf
  readonly text: string
  readonly says: string
}

/** The expressions that a property holds and that are malformed. @param property a key of the mapping itself, no path */
export function malformedSchedules(
  template: Template,
  of: Properties,
  property: string,
  faultOf: (text: string) => ScheduleFault | undefined,
): MalformedSchedule[] {
  return textsOf(template, of, property).flatMap(({ text, host, when }) => {
    const fault = faultOf(text.text)
    if (!fault) return []
    return [{ place: { node: host, span: text.span(fault.start, fault.end), when }, text: text.text, says: fault.says }]
  })
}

/** The same for Unix cron, which Auto Scaling takes: five fields, no brackets. */
export const unixCronFault = (text: string): ScheduleFault | undefined => cronFault(text, UNIX)

function rateFault(inner: string, { units = UNITS, isExact = false, takesZero = false }: ScheduleDialect): ScheduleFault | undefined {
  const parts = wordsOf(inner)
  const [value, unit] = parts
  if (!value || !unit || parts.length > 2) {
    if (isHidden(inner)) return undefined
    return { start: 0, end: inner.length, says: 'write a number and a unit, as in rate(5 minutes)' }
  }
  const number = /^\d+$/.test(value.text) ? Number(value.text) : undefined
  if (!isHidden(value.text) && (number === undefined || (number === 0 && !takesZero)))
    return { ...value, says: `"${value.text}" is no whole number above 0` }
  if (isHidden(unit.text)) return undefined
  const singular = unit.text.replace(/s$/, '')
  if (!units.includes(singular)) {
    const lower = unit.text.toLowerCase()
    const right = units.map((one) => (number === 1 ? one : `${one}s`))
    const near = right.includes(lower) ? lower : closest(lower, right)
    return { ...unit, says: `"${unit.text}" is no unit; ${near ? `write ${near}` : `units are ${listOf(units.map((one) => `${one}s`))}`}` }
  }
  if (!isExact || number === undefined) return undefined
  const right = number === 1 ? singular : `${singular}s`
  return unit.text === right ? undefined : { ...unit, says: `the unit of ${number} is ${right}` }
}

function cronFault(inner: string, fields: readonly Field[]): ScheduleFault | undefined {
  const parts = wordsOf(inner)
  if (parts.length !== fields.length) {
    if (isHidden(inner)) return undefined
    const names = listOf(
      fields.map(({ name }) => name),
      'and',
    )
    return { start: 0, end: inner.length, says: `cron has ${parts.length} fields here; it takes ${fields.length}: ${names}` }
  }
  for (const [i, part] of parts.entries()) {
    const fault = fieldFault(part, fields[i] as Field, fields)
    if (fault) return fault
  }
  const [date, weekday] = [parts[2] as Word, parts[4] as Word]
  if (fields !== CRON || isHidden(date.text) || isHidden(weekday.text)) return undefined
  const marks = Number(date.text === '?') + Number(weekday.text === '?')
  if (marks === 1) return undefined
  const says = marks === 2 ? 'day of month and day of week cannot both be "?"' : 'either day of month or day of week must be "?"'
  return { start: date.start, end: weekday.end, says }
}

function fieldFault(part: Word, field: Field, fields: readonly Field[]): ScheduleFault | undefined {
  let at = part.start
  for (const item of part.text.split(',')) {
    const span = { start: at, end: at + item.length }
    at += item.length + 1
    if (isHidden(item) || field.special?.test(item)) continue
    if (item === '?' && fields === CRON)
      return { ...span, says: `"?" stands for a day of month or a day of week only, not for a ${field.name}` }
    const [range = '', step, ...more] = item.split('/')
    if (more.length > 0 || (step !== undefined && !/^[1-9]\d*$/.test(step)))
      return { ...span, says: `"${item}" is no step; write a start and a whole number above 0 around one slash` }
    if (range === '*' || (range === '' && step !== undefined)) continue
    const ends = range.split('-')
    const wrong = ends.length > 2 ? range : ends.find((end) => !isValue(end, field))
    if (wrong !== undefined) return { ...span, says: `"${wrong}" is no ${field.name}; it must be ${limitsOf(field)}` }
  }
  return undefined
}

function isValue(text: string, { min, max, words }: Field): boolean {
  if (words?.includes(text.toUpperCase())) return true
  return /^\d+$/.test(text) && Number(text) >= min && Number(text) <= max
}

const limitsOf = ({ min, max, words }: Field): string => `${min} to ${max}${words ? ` or ${words[0]} to ${words.at(-1)}` : ''}`

function atFault(inner: string): ScheduleFault | undefined {
  if (isHidden(inner)) return undefined
  const span = { start: 0, end: inner.length }
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})$/.exec(inner)
  if (!match) return { ...span, says: 'write at(yyyy-mm-ddThh:mm:ss), without a time zone' }
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as [number, number, number, number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60
  return isReal ? undefined : { ...span, says: `there is no ${inner}` }
}

interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ text: word, start: index, end: index + word.length }))
