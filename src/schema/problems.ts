import type { Change } from '../source/change.ts'
import type { Place } from '../values.ts'

/** What can be wrong with a resource beside its schema, with the sentences for it; a rule of the same name reports each. */
export const SCHEMA_MESSAGES = {
  'unknown-property': {
    misspelt: '"{name}" is no property of {owner}; did you mean "{near}"?',
    unknown: '"{name}" is no property of {owner}; remove it or use one of {names}.',
    none: '"{name}" is no property of {owner}, which has none; remove it.',
  },
  'required-property-missing': {
    missing: '{owner} needs {name}, which is not set.',
  },
  'wrong-type': {
    value: '{name} is {found}; it must be {wanted}.',
    result: '{name} is what {call} gives, {found}; it must be {wanted}.',
  },
  'value-not-allowed': {
    misspelt: '{name} is "{value}"; did you mean "{near}"? Allowed is {values}.',
    unknown: '{name} is "{value}"; it must be {values}.',
    number: '{name} is {value}; it must be {values}.',
  },
  'pattern-mismatch': {
    mismatch: '{name} is "{value}"; it must match the pattern {pattern}.',
  },
  'length-out-of-range': {
    length: '{name} has {length}; it must have {limits}.',
  },
  'number-out-of-range': {
    number: '{name} is {value}; it must be {limits}.',
  },
  'item-count': {
    count: '{name} has {count}; it must have {limits}.',
  },
  'duplicate-item': {
    twice: '{name} holds "{value}" twice; each item must be different.',
    same: '{name} holds the same {call} twice; each item must be different.',
  },
  'read-only-property': {
    readOnly: '{name} is set by {type} itself; remove it and read it with Fn::GetAtt.',
  },
  'deprecated-property': {
    deprecated: '{name} of {owner} is deprecated; use what its documentation names instead.',
  },
} as const satisfies Record<string, Record<string, string>>

export type SchemaProblemKind = keyof typeof SCHEMA_MESSAGES

/** One thing that is wrong. */
export interface SchemaProblem {
  readonly kind: SchemaProblemKind
  readonly place: Place
  /** The key of one of the kind's sentences. */
  readonly message: string
  readonly data: Readonly<Record<string, string | number>>
  /** What would mend it. */
  readonly fix?: Change | undefined
}
