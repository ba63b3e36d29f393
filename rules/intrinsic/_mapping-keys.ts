import type { CallPlace, Lookup, Missing, Template, When } from '#rule'

/** A key of `Fn::FindInMap` that is not there, and whether that is so in every case that is known. */
export interface MissingKey {
  readonly missing: Missing
  readonly always: boolean
  readonly when: When
}

const isMissing = (one: Lookup): one is Missing => one.state === 'no-first' || one.state === 'no-second'

/**
 * The keys that a `Fn::FindInMap` asks for and that are not there. `always` where it fails as written: the key is
 * literal, a parameter's default, or every value that a parameter allows; else some other value, row or Region has the key.
 */
export function missingKeys(template: Template, { call, when }: CallPlace): MissingKey[] {
  const cases = template.lookUp(call, when).filter((one) => one.state !== 'unlisted')
  const missing = cases.filter(isMissing)
  const none = missing.length === cases.length
  if (none && missing.every((one) => one.state === 'no-second' && !one.sure)) {
    // Whatever the first key is: one finding says it.
    return missing.slice(0, 1).map((one) => ({ missing: one, always: true, when }))
  }
  return missing.map((one) => {
    const literal = one.node === one.argument
    const isDefault = one.node.key?.text === 'Default'
    return { missing: one, always: none || (one.sure && (literal || isDefault)), when: one.when }
  })
}
