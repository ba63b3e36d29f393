import { contentsOf, type Properties, type Resource, string } from '#rule'

/** An SSM document of one type, and what it holds. */
export interface SsmDocument {
  /** `Command` where none is given; undefined when it is unknown or one of several. */
  readonly type: string | undefined
  readonly content: Properties
}

export function documentsOf(resource: Resource): SsmDocument[] {
  const facts = resource.facts('DocumentType')
  const [only, ...others] = resource.known('DocumentType', string)
  const isAbsent = facts.every((fact) => fact.state === 'absent')
  const type = isAbsent ? 'Command' : facts.length === 1 && others.length === 0 ? only?.value : undefined
  return contentsOf(resource, 'Content').map((content) => ({ type, content }))
}
