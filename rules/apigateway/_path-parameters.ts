import { type ApiBody, type ApiPath, bodiesOf, type Operation, type Properties, type Resource, string } from '#rule'

/** A path parameter that a path or an operation declares. */
export interface Declared {
  readonly name: string
  readonly parameter: Properties
}

/** The operations of an API whose declared parameters are all known, with those that are in the path. */
export function declaredOf(api: Resource): { operation: Operation; own: Declared[]; inherited: Declared[] }[] {
  return bodiesOf(api).flatMap((body) =>
    body.paths.flatMap((path) => {
      const inherited = parametersOf(body, path)
      if (!inherited || path.text.includes('\uE000')) return []
      return path.operations.flatMap((operation) => {
        const own = parametersOf(body, operation)
        return own ? [{ operation, own, inherited }] : []
      })
    }),
  )
}

/** undefined where some are not known. */
function parametersOf(body: ApiBody, of: ApiPath | Operation): Declared[] | undefined {
  const found: Declared[] = []
  for (const fact of of.facts('parameters')) {
    if (fact.state === 'absent') continue
    if (fact.state === 'unknown' || fact.value.kind !== 'sequence') return undefined
    for (const item of fact.value.items) {
      const parameters = body.maps(item, fact.when)
      if (parameters.length === 0) return undefined
      for (const parameter of parameters) {
        const [place, name] = ['in', 'name'].map((key) => parameter.known(key, string)[0]?.value)
        if (place === undefined || name === undefined) return undefined
        if (place === 'path') found.push({ name, parameter })
      }
    }
  }
  return found
}
