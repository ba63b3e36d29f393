import { atKey, both, canHold, closest, coversAction, type Form, type PartOf, present, type Statement } from '#rule'

export const STATEMENT_KEYS = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
] as const

/** Every place at which a statement has one of these elements: its key. */
export const keysOf = (statement: Statement, ...elements: readonly string[]): PartOf[] =>
  elements.flatMap((element) => present(statement, element).map((fact) => atKey(fact)))

/** The cases in which a statement has neither of two elements; none where a misspelt key stands for one of them. */
export function lacks(statement: Statement, one: string, other: string): PartOf[] {
  const isMisspelt = statement.entries.some(({ key }) => {
    const known = (STATEMENT_KEYS as readonly string[]).includes(key.text)
    const near = known ? undefined : closest(key.text, STATEMENT_KEYS)
    return near === one || near === other
  })
  if (isMisspelt) return []
  return statement.absent(one).flatMap((a) =>
    statement.absent(other).flatMap((b) => {
      const when = both(a.when, b.when)
      return canHold(when) ? [{ node: a.node, when }] : []
    }),
  )
}

/** The forms of an element that are exactly this text. */
export const exactly = (statement: Statement, element: string, ...texts: readonly string[]): Form[] =>
  statement.forms(element).filter((form) => form.isWhole && texts.includes(form.text.toLowerCase()))

/** The forms of Action that cover an action. */
export const granting = (statement: Statement, ...actions: readonly string[]): Form[] =>
  statement.forms('Action').filter((form) => form.isWhole && actions.some((action) => coversAction(form.text, action)))

/** The names of condition keys in a statement, in lower case; undefined where not all of them are written. */
export function conditionKeys(statement: Statement): string[] | undefined {
  const isWritten =
    statement.facts('Condition').every((fact) => fact.state !== 'unknown') &&
    statement.items('Condition').every((block) => !block.isOpen && block.facts('*').every((fact) => fact.state !== 'unknown'))
  return isWritten ? statement.conditions().map(({ key }) => key.text.toLowerCase()) : undefined
}

/** An operator without its quantifier and without `IfExists`, in lower case. */
export const plainOperator = (operator: string): string =>
  operator
    .toLowerCase()
    .replace(/^for(all|any)values?:/, '')
    .replace(/ifexists$/, '')

/** A place under a condition as well. */
export const within = (place: Form, when: Form['when']): PartOf => ({ node: nodeOf(place), when: both(place.when, when) })

const nodeOf = ({ place }: Form) => ('state' in place ? place.node : 'kind' in place ? place : place.node)
