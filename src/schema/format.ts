/**
 * What is known of a resource type, as it lies in one JSON file per type: written at build from the schemas that AWS
 * publishes, or converted at run time from a registry schema that a user gives. Keys are short because 1,800 files are shipped.
 */

/**
 * What a value must be. Short for the frequent ones: `s` a string, `n` a number, `i` a whole number, `b` a boolean,
 * `j` JSON as an object or a string, `*` anything, `#Name` the object of that name among the type's definitions.
 */
export type Shape =
  | 's'
  | 'n'
  | 'i'
  | 'b'
  | 'j'
  | '*'
  | `#${string}`
  | TextShape
  | NumberShape
  | ListShape
  | MapShape
  | UnionShape
  | ChoiceShape

export interface TextShape {
  readonly t: 's'
  readonly enum?: readonly string[]
  /** The values of `enum` are compared without regard to case. */
  readonly anyCase?: true
  /** In Java's dialect, found anywhere in the text. */
  readonly pattern?: string
  /** The exponent with which the time of a match grows with the text, where it is above 1. */
  readonly slow?: number
  /** The pattern takes ARNs and no names. */
  readonly arn?: true
  /** Lengths in characters. */
  readonly min?: number
  readonly max?: number
}

export interface NumberShape {
  readonly t: 'n' | 'i'
  readonly enum?: readonly number[]
  readonly min?: number
  readonly max?: number
}

export interface ListShape {
  readonly t: 'l'
  readonly of: Shape
  /** Numbers of items. */
  readonly min?: number
  readonly max?: number
  readonly unique?: true
}

/** Keys are free, values have one shape. */
export interface MapShape {
  readonly t: 'm'
  readonly of: Shape
}

/** One of several shapes will do. */
export interface UnionShape {
  readonly t: 'u'
  readonly of: readonly Shape[]
}

/** The object that a property of the same map chooses: an event of SAM by its Type. */
export interface ChoiceShape {
  readonly t: 'c'
  readonly by: string
  /** By the value of that property; of any other value nothing is known. */
  readonly of: Readonly<Record<string, `#${string}`>>
}

export interface ObjectShape {
  /** What messages call it, where its place does not say enough. */
  readonly name?: string
  /** Properties by name. */
  readonly p: Readonly<Record<string, Shape>>
  /** Required ones. */
  readonly r?: readonly string[]
  /** Other properties than these are allowed. */
  readonly open?: true
  /** Unknown properties of which rules of their own speak. */
  readonly left?: readonly string[]
  /** Properties that AWS calls deprecated. */
  readonly old?: readonly string[]
}

export interface TypeSchema extends ObjectShape {
  /** Objects that properties refer to. */
  readonly d?: Readonly<Record<string, ObjectShape>>
  /** What `Fn::GetAtt` can read, dotted names included: `l` lists, `o` objects, other letters as in a shape. */
  readonly a: Readonly<Record<string, AttributeKind>>
  /** The properties or attributes that `Ref` gives, joined by `|`; missing when it is not published. */
  readonly ref?: readonly string[]
  /** The property that holds the tags. */
  readonly tags?: string
  /** Top-level properties whose change replaces the resource. */
  readonly fixed?: readonly string[]
}

export type AttributeKind = 's' | 'n' | 'i' | 'b' | 'l' | 'o' | '*'

/** Where schemas come from; the core reads nothing itself. */
export interface SchemaSource {
  /** undefined for a type that is not known. */
  type(name: string): TypeSchema | undefined
  names(): readonly string[]
  /** The actions of a service that policies can name, by its prefix in lower case; undefined for a prefix that is not known. */
  actions?(prefix: string): readonly ServiceAction[] | undefined
  /** The prefixes of all services. */
  prefixes?(): readonly string[]
}

/** One action of a service, `GetObject`. */
export interface ServiceAction {
  readonly name: string
  /** Whether permissions for it can name resources; otherwise only `*` grants it. */
  readonly hasResources: boolean
}

/** The folder of actions: a file a service, `s3.txt`, with the names parted by blanks; `*` behind a name says that it has no resources. */
export const ACTIONS_FOLDER = 'actions'

/** The file of a type. */
export const schemaFile = (type: string): string => `${type.replaceAll('::', '-')}.json`
