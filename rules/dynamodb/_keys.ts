import { type Known, type Properties, type Resource, string } from '#rule'

/** Where the key attributes of a table and of its indexes are named. */
export const KEY_PATHS = [
  'KeySchema.*.AttributeName',
  'LocalSecondaryIndexes.*.KeySchema.*.AttributeName',
  'GlobalSecondaryIndexes.*.KeySchema.*.AttributeName',
]

/** Every key attribute; undefined where there may be others than those that are known. */
export function keysOf(table: Resource): Known<string>[] | undefined {
  for (const path of KEY_PATHS) if (table.facts(path).some(({ state }) => state === 'unknown')) return undefined
  if (table.isOpen || table.entries.some(({ key }) => key.text === 'VectorIndexes')) return undefined
  return KEY_PATHS.flatMap((path) => table.known(path, string))
}

/** The attributes of a key, if it is known as a whole. */
export function keyOf(holder: Properties): { hash: Known<string> | undefined; range: Known<string> | undefined } | undefined {
  if (holder.facts('KeySchema.*').some((fact) => fact.state !== 'known' || fact.when !== holder.when)) return undefined
  const key: { hash: Known<string> | undefined; range: Known<string> | undefined } = { hash: undefined, range: undefined }
  for (const attribute of holder.items('KeySchema')) {
    const [name, ...names] = attribute.known('AttributeName', string)
    const [type, ...types] = attribute.known('KeyType', string)
    if (!name || !type || names.length || types.length) return undefined
    if (type.value === 'HASH') key.hash ??= name
    else if (type.value === 'RANGE') key.range ??= name
  }
  return key
}
