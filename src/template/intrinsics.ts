import type { Mapping, Node, Scalar, Span } from '../source/tree.ts'

/** A function call as written, long or short. */
export interface Call {
  /** `Ref`, `Fn::Sub`, `Fn::ForEach::Loop`, `Condition`, … */
  readonly name: string
  readonly key: Scalar
  readonly argument: Node
  readonly node: Mapping
}

/** Everything that CloudFormation calls an intrinsic function, by its long name. */
export const FUNCTIONS: ReadonlySet<string> = new Set([
  'Ref',
  'Fn::And',
  'Fn::Base64',
  'Fn::Cidr',
  'Fn::Contains',
  'Fn::EachMemberEquals',
  'Fn::EachMemberIn',
  'Fn::Equals',
  'Fn::FindInMap',
  'Fn::GetAtt',
  'Fn::GetAZs',
  'Fn::GetStackOutput',
  'Fn::If',
  'Fn::ImportValue',
  'Fn::Join',
  'Fn::Length',
  'Fn::Not',
  'Fn::Or',
  'Fn::RefAll',
  'Fn::Select',
  'Fn::Split',
  'Fn::Sub',
  'Fn::ToJsonString',
  'Fn::Transform',
  'Fn::ValueOf',
  'Fn::ValueOfAll',
])

/** Functions that only conditions and rules may hold. */
export const CONDITION_FUNCTIONS: readonly string[] = ['Fn::And', 'Fn::Equals', 'Fn::Not', 'Fn::Or']

/** Functions that only the section Rules may hold. */
export const RULE_FUNCTIONS: readonly string[] = [
  'Fn::Contains',
  'Fn::EachMemberEquals',
  'Fn::EachMemberIn',
  'Fn::RefAll',
  'Fn::ValueOf',
  'Fn::ValueOfAll',
]

/** The call that a node is; undefined for data. A mapping with a second key is data, whatever its keys. */
export function callOf(node: Node | undefined): Call | undefined {
  if (node?.kind !== 'mapping' || node.entries.length !== 1) return undefined
  const { key, value } = node.entries[0] as Mapping['entries'][number]
  const name = key.text
  if (name !== 'Ref' && !name.startsWith('Fn::') && !name.startsWith('!')) return undefined
  return { name, key, argument: value, node }
}

const LIKE_FUNCTION = /^(Fn:|fn:|FN:|Ref:|!)|^Ref$/

/** Whether a key is that of a function or looks like one. */
export const isLikeFunction = (key: string): boolean => LIKE_FUNCTION.test(key)

/** Whether a map was meant as a function and is none that can be evaluated there; rules about functions tell that. */
export function isStray(node: Mapping): boolean {
  const call = callOf(node)
  if (call) return !FUNCTIONS.has(call.name) && !isLoop(call.name)
  return (
    node.tag !== undefined || node.entries.some(({ key }) => isLikeFunction(key.text) && key.text !== 'Fn::Transform' && !isLoop(key.text))
  )
}

/** `Fn::ForEach::Name`. */
export const isLoop = (name: string): boolean => name.startsWith('Fn::ForEach::') || name === 'Fn::ForEach'

/** The resource and attribute of a `Fn::GetAtt`, in either form; undefined when they are not literal. */
export function attributeOf(
  call: Call,
): { target: string; attribute: string | undefined; targetNode: Scalar; span: Span; attributeNode: Node } | undefined {
  const { argument } = call
  if (argument.kind === 'scalar') {
    const dot = argument.text.indexOf('.')
    if (dot < 0) return { target: argument.text, attribute: undefined, targetNode: argument, span: argument.span, attributeNode: argument }
    return {
      target: argument.text.slice(0, dot),
      attribute: argument.text.slice(dot + 1),
      targetNode: argument,
      span: argument.span,
      attributeNode: argument,
    }
  }
  if (argument.kind !== 'sequence') return undefined
  const [target, ...rest] = argument.items
  if (target?.kind !== 'scalar' || rest.length === 0) return undefined
  const literal = rest.every((item) => item.kind === 'scalar')
  const attribute = literal ? rest.map((item) => (item as Scalar).text).join('.') : undefined
  return { target: target.text, attribute, targetNode: target, span: target.span, attributeNode: rest[0] as Node }
}

/** One `${…}` of a `Fn::Sub` text. */
export interface SubVariable {
  /** Without blanks around it. */
  readonly name: string
  /** In the decoded text of the scalar, from `$` to `}`. */
  readonly start: number
  readonly end: number
}

/** The variables of a `Fn::Sub` text; `${!literal}` is none. */
export function subVariables(text: string): SubVariable[] {
  const found: SubVariable[] = []
  const pattern = /\$\{([^!{}][^{}]*)\}/g
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push({ name: (match[1] as string).trim(), start: match.index, end: match.index + match[0].length })
  }
  return found
}

/** The text and the own variables of a `Fn::Sub`, in either form; undefined when it has neither form. */
export function subOf(call: Call): { text: Scalar; variables: Mapping | undefined } | undefined {
  const { argument } = call
  if (argument.kind === 'scalar') return { text: argument, variables: undefined }
  if (argument.kind !== 'sequence') return undefined
  const [text, variables] = argument.items
  if (text?.kind !== 'scalar') return undefined
  return { text, variables: variables?.kind === 'mapping' ? variables : undefined }
}

/** What of a value is to be edited: the text of a `Fn::Sub`, the name in another function; the value itself where it has none. */
export function editable(value: Node): Node {
  const call = callOf(value)
  if (!call) return value
  if (call.name === 'Fn::Sub') return subOf(call)?.text ?? value
  if (call.name === 'Fn::GetAtt') return attributeOf(call)?.targetNode ?? value
  return call.argument.kind === 'scalar' ? call.argument : value
}

/** What a node is, in words for a message: `a list`, `a map`, `null`, `the function Fn::Sub`, `a number`. */
export function nounOf(node: Node): string {
  const call = callOf(node)
  if (call) return `the function ${call.name}`
  if (node.kind === 'mapping') return 'a map'
  if (node.kind === 'sequence') return 'a list'
  if (node.value === null) return 'null'
  if (typeof node.value !== 'string') return `a ${typeof node.value}`
  return node.text === '' ? 'an empty text' : 'a text'
}
