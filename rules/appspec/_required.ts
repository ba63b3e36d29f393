import { type AppSpec, isBlank, isUnevaluated, kindName, type Mapping, type Node, type Place } from '#rule'

/** What is wrong with a property that must be there as text. */
export interface Lack {
  readonly place: Place
  readonly problem: 'missing' | 'misspelt' | 'empty' | 'notText'
  readonly data: { readonly name: string; readonly key: string; readonly kind: string }
}

/** The required texts of a mapping that are missing, misspelt, empty or no text. */
export function lacking(appspec: AppSpec, of: { node: Mapping; place: Place }, names: readonly string[], all: readonly string[]): Lack[] {
  const found: Lack[] = []
  for (const name of names) {
    const value: Node | undefined = appspec.entry(of.node, name)?.value
    const key = appspec.standIn(of.node, name, all)
    const add = (problem: Lack['problem'], place: Place): void => {
      found.push({ place, problem, data: { name, key: key?.text ?? '', kind: value ? kindName(value) : '' } })
    }
    if (key) add('misspelt', key)
    else if (!value) add('missing', of.place)
    else if (isBlank(value)) add('empty', value)
    else if (value.kind !== 'scalar' && !isUnevaluated(value)) add('notText', value)
  }
  return found
}
