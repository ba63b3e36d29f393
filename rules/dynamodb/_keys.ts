import { type Known, type Resource, string } from '#rule'

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
