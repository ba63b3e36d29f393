import { callOf, type Entry, isLoop, type Mapping, type Scalar, type Template, type When } from '#rule'

export interface Output {
  readonly name: string
  readonly key: Scalar
  readonly body: Mapping
  readonly when: When
}

/** The entries of Outputs that are outputs, loops and includes left out. */
export function entriesOf(template: Template): Entry[] {
  if (template.isRewritten) return []
  return template.sectionEntries('Outputs').filter(({ key }) => !isLoop(key.text) && key.text !== 'Fn::Transform')
}

/** The outputs that are maps, each under its condition. */
export function outputsOf(template: Template): Output[] {
  return entriesOf(template).flatMap(({ key, value }) => {
    if (value.kind !== 'mapping' || callOf(value)) return []
    const condition = value.entries.findLast((entry) => entry.key.text === 'Condition')?.value
    const when = condition?.kind === 'scalar' && condition.value !== null ? template.logic.named(condition.text, true) : template.always
    return [{ name: key.text, key, body: value, when }]
  })
}
