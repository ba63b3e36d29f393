import { callOf, isStray, type Node, type Scalar, type Template } from '#rule'

/** A text in a property or an output, and the keys on the way to it; functions are among them. */
export interface Text {
  readonly node: Scalar
  readonly keys: readonly string[]
}

/** Every text in properties of resources and in values of outputs that is not inside `Fn::Sub`, a macro's input or a name. */
export function* textsOutsideSub(template: Template): Generator<Text> {
  for (const resource of template.resources.values()) {
    const properties = resource.attribute('Properties')?.value
    if (properties) yield* textsBelow(properties, [])
  }
  for (const { value } of template.sectionEntries('Outputs')) {
    for (const { key, value: part } of value.kind === 'mapping' ? value.entries : []) {
      if (key.text === 'Value' || key.text === 'Export') yield* textsBelow(part, [])
    }
  }
}

/** What these hold is a name or an expression of CloudFormation's own, or belongs to a macro. */
const CLOSED = ['Ref', 'Fn::Sub', 'Fn::GetAtt', 'Fn::FindInMap', 'Fn::Transform', 'Fn::GetAZs']

function* textsBelow(node: Node, keys: readonly string[]): Generator<Text> {
  if (node.kind === 'scalar') {
    if (typeof node.value === 'string') yield { node, keys }
  } else if (node.kind === 'sequence') {
    const isIf = keys[keys.length - 1] === 'Fn::If'
    for (const [index, item] of node.items.entries()) if (!isIf || index > 0) yield* textsBelow(item, keys)
  } else if (!CLOSED.includes(callOf(node)?.name ?? '') && !isStray(node)) {
    for (const { key, value } of node.entries) yield* textsBelow(value, [...keys, key.text])
  }
}
