import { derived, type Entry, entryOf, type Node, type Scalar, type Sequence } from '../source/tree.ts'

/** What CloudFormation looks up before it makes anything. */
const AWS_TYPES = [
  'AWS::EC2::AvailabilityZone::Name',
  'AWS::EC2::Image::Id',
  'AWS::EC2::Instance::Id',
  'AWS::EC2::KeyPair::KeyName',
  'AWS::EC2::SecurityGroup::GroupName',
  'AWS::EC2::SecurityGroup::Id',
  'AWS::EC2::Subnet::Id',
  'AWS::EC2::VPC::Id',
  'AWS::EC2::Volume::Id',
  'AWS::Route53::HostedZone::Id',
]
const AWS_TYPES_AND_LISTS = AWS_TYPES.flatMap((type) => (type === 'AWS::EC2::KeyPair::KeyName' ? [type] : [type, `List<${type}>`]))

/** Every parameter type that CloudFormation documents. */
export const PARAMETER_TYPES: readonly string[] = [
  'String',
  'Number',
  'CommaDelimitedList',
  'List<Number>',
  ...AWS_TYPES_AND_LISTS,
  'AWS::SSM::Parameter::Name',
  ...['String', 'List<String>', 'CommaDelimitedList', ...AWS_TYPES_AND_LISTS].map((type) => `AWS::SSM::Parameter::Value<${type}>`),
]

/** What a parameter can have. */
export const PARAMETER_ATTRIBUTES = [
  'Type',
  'Default',
  'Description',
  'AllowedValues',
  'AllowedPattern',
  'ConstraintDescription',
  'MinLength',
  'MaxLength',
  'MinValue',
  'MaxValue',
  'NoEcho',
] as const

/** One parameter of a template. Parts of a wrong shape read as missing. */
export class Parameter {
  readonly name: string
  readonly key: Scalar
  readonly node: Node

  constructor(
    entry: Entry,
    /** The value given for this deployment, if any. */
    readonly given: string | undefined,
  ) {
    this.name = entry.key.text
    this.key = entry.key
    this.node = entry.value
  }

  /** The given value as a scalar that stands at the parameter's own place. */
  get givenScalar(): Scalar | undefined {
    return this.given === undefined ? undefined : derived(this.node, this.given)
  }

  attribute(name: string): Entry | undefined {
    return entryOf(this.node, name)
  }

  /** As written; empty when it is missing. */
  get type(): string {
    const type = this.attribute('Type')?.value
    return type?.kind === 'scalar' ? type.text : ''
  }

  /** Whether `Ref` gives a list. */
  get isList(): boolean {
    return (
      this.type === 'CommaDelimitedList' || /(^|<)List</.test(this.type) || this.type === 'AWS::SSM::Parameter::Value<CommaDelimitedList>'
    )
  }

  /** Whether the value is the name of an SSM parameter, so that what `Ref` gives is known only to SSM. */
  get isFromSsm(): boolean {
    return this.type.startsWith('AWS::SSM::Parameter::Value<')
  }

  /** Whether its value is masked wherever CloudFormation shows parameters. */
  get isNoEcho(): boolean {
    const noEcho = this.attribute('NoEcho')?.value
    return noEcho?.kind === 'scalar' && (noEcho.value === true || noEcho.text.toLowerCase() === 'true')
  }

  /** Whether nothing may be concluded from its default: a secret, or a value that is looked up. */
  get isOpaque(): boolean {
    return this.isFromSsm || this.isNoEcho
  }

  get default(): Scalar | undefined {
    const value = this.attribute('Default')?.value
    return value?.kind === 'scalar' && value.value !== null ? value : undefined
  }

  /** The scalars among AllowedValues; undefined when there are none. */
  get allowedValues(): readonly Scalar[] | undefined {
    const value = this.attribute('AllowedValues')?.value
    if (value?.kind !== 'sequence' || value.items.length === 0) return undefined
    return value.items.every((item) => item.kind === 'scalar') ? (value.items as readonly Scalar[]) : undefined
  }
}

/** The items of a comma-separated text, each at its own place in it when the text is written in one piece. */
export function splitList(text: Scalar, separator = ','): Sequence {
  const items: Scalar[] = []
  const quote = text.style === 'single' || text.style === 'double' ? 1 : 0
  // Escapes and folding move the text away from its offsets; then every item stands for the whole.
  const inPlace = text.span.end - text.span.start - 2 * quote === text.text.length
  let offset = 0
  for (const piece of text.text.split(separator)) {
    const trimmed = piece.trim()
    const start = text.span.start + quote + offset + piece.indexOf(trimmed)
    const span = inPlace && trimmed ? { start, end: start + trimmed.length } : text.span
    items.push({
      kind: 'scalar',
      value: trimmed,
      text: trimmed,
      style: 'plain',
      span,
      parent: text.parent,
      key: text.key,
      index: text.index,
    })
    offset += piece.length + separator.length
  }
  return { kind: 'sequence', items, span: text.span, parent: text.parent, key: text.key, index: text.index }
}
