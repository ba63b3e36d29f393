/**
 * A table that is asked with words of a document: it has its own keys and no others, whereas `{}['constructor']` is a function.
 */
export function table<T>(of: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.assign(Object.create(null) as Record<string, T>, of)
}

/** A table of tables. */
export function tables<T>(
  of: Readonly<Record<string, Readonly<Record<string, T>>>>,
): Readonly<Record<string, Readonly<Record<string, T>>>> {
  return table(Object.fromEntries(Object.entries(of).map(([key, inner]) => [key, table(inner)])))
}
