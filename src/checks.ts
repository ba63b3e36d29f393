import type { Check } from './rule.ts'
import { SCHEMA_MESSAGES, type SchemaProblemKind } from './schema/problems.ts'
import { schemaProblems } from './schema/validate.ts'
import { replaceText } from './source/change.ts'
import type { Node, Scalar, Span } from './source/tree.ts'
import type { Resource } from './template/template.ts'
import { listOf } from './text.ts'
import {
  boolean,
  both,
  canHold,
  type Fact,
  isChosen,
  type Known,
  number,
  type PartOf,
  type Properties,
  string,
  type When,
} from './values.ts'

/**
 * Ready-made checks of one or a few properties of a resource. Paths are keys joined by dots, `*` for every item.
 * A value that is not known is never reported.
 */

interface Limits {
  readonly min?: number
  readonly max?: number
  /** Written behind the number: `MB`, `seconds`. */
  readonly unit?: string
}

const last = (path: string): string =>
  path
    .split('.')
    .filter((step) => step !== '*')
    .pop() ?? path

const limitText = ({ min, max, unit }: Limits): string => {
  const behind = unit ? ` ${unit}` : ''
  if (min !== undefined && min === max) return `${min}${behind}`
  if (min !== undefined && max !== undefined) return `${min}${behind} to ${max}${behind}`
  return min !== undefined ? `at least ${min}${behind}` : `at most ${max}${behind}`
}

/** A number from `min` to `max`, both allowed. */
export function range(path: string, limits: Limits): Check {
  const behind = limits.unit ? ` ${limits.unit}` : ''
  return {
    paths: [path],
    messages: { range: `${last(path)} is {value}${behind}; it must be ${limitText(limits)}.` },
    run({ target, report }) {
      for (const fact of target.known(path, number)) {
        const { value } = fact
        if (value < (limits.min ?? value) || value > (limits.max ?? value)) report(fact, 'range', { value })
      }
    },
  }
}

/** A text of `min` to `max` characters. */
export function length(path: string, limits: Omit<Limits, 'unit'>): Check {
  return {
    paths: [path],
    messages: { length: `${last(path)} has {length} characters; it must have ${limitText(limits)}.` },
    run({ target, report }) {
      for (const fact of target.known(path, string)) {
        const { length } = [...fact.value]
        if (length < (limits.min ?? length) || length > (limits.max ?? length)) report(fact, 'length', { length })
      }
    },
  }
}

/** A list of `min` to `max` items, however conditions decide. */
export function count(path: string, limits: Omit<Limits, 'unit'> & { readonly noun: string }): Check {
  return {
    paths: [path],
    messages: { count: `${last(path)} has {count} ${limits.noun}; it must have ${limitText(limits)}.` },
    run({ target, report }) {
      for (const { node, most, least } of target.counts(path)) {
        if (limits.max !== undefined && most.count > limits.max) report({ node, when: most.when }, 'count', { count: most.count })
        else if (limits.min !== undefined && least.count < limits.min) report({ node, when: least.when }, 'count', { count: least.count })
      }
    },
  }
}

/** One of these texts. */
export function oneOf(path: string, values: readonly string[]): Check {
  return {
    paths: [path],
    messages: { oneOf: `${last(path)} is "{value}"; it must be ${listOf(values)}.` },
    run({ target, report }) {
      for (const fact of target.known(path, string)) if (!values.includes(fact.value)) report(fact, 'oneOf', { value: fact.value })
    },
  }
}

/**
 * A text that matches the pattern. `says` completes "… is "x"; it must …".
 * @param mend the text that it should be, for a rule that has `fixes`
 */
export function matches(path: string, pattern: RegExp, says: string, mend?: (text: string) => string): Check {
  return {
    paths: [path],
    messages: { matches: `${last(path)} is "{value}"; it must ${says}.` },
    run({ target, report }) {
      for (const fact of target.known(path, string))
        if (!pattern.test(fact.value))
          report(fact, 'matches', { value: fact.value }, mend && !fact.via ? replaceText(fact.node, mend(fact.value)) : undefined)
    },
  }
}

/** No text twice at these paths, taken together, however conditions decide. @param says the sentence, in which {value} is the text */
export function distinct(says: string, ...paths: readonly [string, ...string[]]): Check {
  return {
    paths,
    messages: { twice: says },
    run({ target, report }) {
      const seen: Known<string>[] = []
      for (const one of paths.flatMap((path) => target.known(path, string))) {
        const first = seen.find(({ value, node, when }) => value === one.value && node !== one.node && canHold(both(when, one.when)))
        seen.push(one)
        if (!first) continue
        const related = [{ node: first.node, message: 'the other one' }]
        report({ node: one.node, when: both(first.when, one.when), related }, 'twice', { value: one.value })
      }
    },
  }
}

/** No two of these properties at once. */
export function exclusive(...paths: readonly [string, string, ...string[]]): Check {
  return {
    paths,
    messages: { exclusive: '{one} and {other} exclude each other; keep one of them.' },
    run({ target, report }) {
      paths.forEach((one, i) => {
        for (const other of paths.slice(i + 1)) {
          for (const a of present(target, one)) {
            for (const b of present(target, other)) {
              const when = both(a.when, b.when)
              if (canHold(when)) report({ ...atKey(b, when), related: [{ node: a.node, message: one }] }, 'exclusive', { one, other })
            }
          }
        }
      })
    },
  }
}

/** Where `path` is set, every one of `needed` must be. */
export function requires(path: string, ...needed: readonly [string, ...string[]]): Check {
  return {
    paths: [path, ...needed],
    messages: { requires: '{path} needs {needed}, which is not set.' },
    run({ target, report }) {
      for (const set of present(target, path)) {
        for (const name of needed) {
          for (const absent of target.absent(name)) {
            const when = both(set.when, absent.when)
            if (canHold(when)) report(atKey(set, when), 'requires', { path, needed: name })
          }
        }
      }
    },
  }
}

/** At least one of these must be set, however conditions decide. */
export function requiresOneOf(...paths: readonly [string, string, ...string[]]): Check {
  return {
    paths,
    messages: {
      requiresOneOf: `${paths.length === 2 ? `Neither ${paths[0]} nor ${paths[1]}` : `None of ${listOf(paths, 'and')}`} is set; one of them is needed.`,
    },
    run({ target, report }) {
      let missing = [target.when]
      for (const path of paths) {
        const absent = target.absent(path)
        missing = missing.flatMap((when) => absent.map((fact) => both(when, fact.when))).filter(canHold)
      }
      for (const when of missing) report({ node: target.node, when }, 'requiresOneOf')
    },
  }
}

/** A property that nothing reads unless another one is set. */
export function onlyWith(path: string, needed: string): Check {
  return { ...requires(path, needed), messages: { requires: '{path} has no effect without {needed}; set {needed} or remove {path}.' } }
}

/** The key under which a value is written, for findings that are about its being there and not about the value. */
export function atKey(fact: Fact, when: When = fact.when): PartOf {
  let node: Node = (fact.state === 'known' && fact.via) || fact.node
  for (let above = node.parent?.parent; node.key === null && node.parent?.key?.text === 'Fn::If' && above; above = node.parent?.parent)
    node = above
  const span: Span | undefined = node.key?.span
  return span ? { node, span, when } : { node, when }
}

/** The cases in which a property is there, known or not; none where that is unknown. */
export const present = (target: Properties, path: string) => target.present(path)

/** A check of every item of a list or every value of a map. */
export const each = (path: string, check: Check): Check => inside(path, `${path}.*`, check)

/** A check of the object that a property holds. */
export const within = (path: string, check: Check): Check => inside(path, path, check)

function inside(path: string, prefix: string, check: Check): Check {
  return {
    ...check,
    paths: check.paths.map((inner) => `${prefix}.${inner}`),
    run({ target, report }) {
      for (const item of target.items(path)) check.run({ target: item, report })
    },
  }
}

/**
 * A check that counts only where a property is known to have one of these values. A value that people choose in place of a
 * parameter's default does not count beside what a further condition brings: who chooses both puts together what nobody wrote.
 */
export function where(path: string, values: readonly string[], check: Check, options: { readonly orAbsent?: boolean } = {}): Check {
  return {
    ...check,
    paths: [path, ...check.paths],
    run({ target, report }) {
      for (const fact of target.facts(path)) {
        const isSo =
          fact.state === 'known'
            ? fact.value.kind === 'scalar' && values.includes(plainText(fact.value))
            : fact.state === 'absent' && options.orAbsent === true
        if (!isSo) continue
        const isChoice = fact.state === 'known' && isChosen(fact)
        check.run({
          target: target.under(fact.when),
          report: (place, ...rest) => {
            if (!isChoice || !('when' in place) || !narrows(place.when, target.when)) report(place, ...rest)
          },
        })
      }
    },
  }
}

const narrows = (when: When | undefined, than: When): boolean => when?.because.some((text) => !than.because.includes(text)) ?? false

/** True and false in whatever way they are written. */
const plainText = (node: Scalar): string => {
  const flag = boolean.read(node)
  return flag === undefined ? node.text : String(flag)
}

/** A check that counts for resources of one type only, for a rule that looks at several. */
export function ofType(type: string, check: Check): Check {
  return {
    ...check,
    paths: [],
    run(context) {
      if ((context.target as Resource).type === type) check.run(context)
    },
  }
}

/** Properties that must not be set. @param says the sentence, in which {name} is the property */
export function forbid(says: string, ...paths: readonly [string, ...string[]]): Check {
  return {
    paths,
    messages: { forbidden: says },
    run({ target, report }) {
      for (const path of paths) for (const set of present(target, path)) report(atKey(set), 'forbidden', { name: path })
    },
  }
}

/** Properties that must be set, however conditions decide. @param says the sentence, in which {name} is the property */
export function need(says: string, ...paths: readonly [string, ...string[]]): Check {
  return {
    paths,
    messages: { needed: says },
    run({ target, report }) {
      for (const path of paths) for (const absent of target.absent(path)) report(absent, 'needed', { name: path })
    },
  }
}

/**
 * Where a property has one of these values, others must be set; reported at the value.
 * @param says the sentence, in which {value} is the value and {name} the property that is missing
 */
export function valueNeeds(path: string, values: readonly string[], says: string, ...needed: readonly [string, ...string[]]): Check {
  return {
    paths: [path, ...needed],
    messages: { valueNeeds: says },
    run({ target, report }) {
      for (const fact of target.known(path, string)) {
        if (!values.includes(fact.value)) continue
        for (const name of needed) {
          for (const absent of target.absent(name)) {
            const when = both(fact.when, absent.when)
            if (canHold(when)) report({ node: fact.node, when }, 'valueNeeds', { value: fact.value, name })
          }
        }
      }
    },
  }
}

/** Several checks as one. */
export function all(...checks: readonly Check[]): Check {
  const messages: Record<string, string> = {}
  const keys = checks.map((check) => {
    const own = new Map<string, string>()
    for (const [key, text] of Object.entries(check.messages)) {
      // The same check with another sentence gets a key of its own.
      let name = key
      for (let i = 2; messages[name] !== undefined && messages[name] !== text; i++) name = `${key}${i}`
      messages[name] = text
      own.set(key, name)
    }
    return own
  })
  return {
    paths: [...new Set(checks.flatMap(({ paths }) => paths))],
    messages,
    run({ target, report }) {
      checks.forEach((check, i) => {
        check.run({ target, report: (place, key, data, fix) => report(place, keys[i]?.get(key) ?? key, data, fix) })
      })
    },
  }
}

/** What the resource's published schema says about one thing. */
export function schema(kind: SchemaProblemKind): Check {
  return {
    paths: [],
    messages: SCHEMA_MESSAGES[kind],
    run({ target, report }) {
      for (const problem of schemaProblems(target as Resource))
        if (problem.kind === kind) report(problem.place, problem.message, problem.data, problem.fix)
    },
  }
}
