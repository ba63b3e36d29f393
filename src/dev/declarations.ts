/** Reads the declarations of @awboost/cfn-resource-types, which hold what the service spec leaves out: patterns and bounds. */
import { readFileSync } from 'node:fs'
import ts from 'typescript'

export type Declared =
  | { readonly kind: 'string' | 'number' | 'boolean' | 'any' }
  | { readonly kind: 'enum'; readonly values: readonly (string | number)[] }
  | { readonly kind: 'list' | 'map'; readonly of: Declared }
  | { readonly kind: 'object'; readonly properties: ReadonlyMap<string, DeclaredProperty> }
  | { readonly kind: 'union'; readonly of: readonly Declared[] }

export interface DeclaredProperty {
  readonly required: boolean
  readonly type: Declared
  readonly limits: Limits
}

export interface Limits {
  readonly pattern?: string
  readonly min?: number
  readonly max?: number
  readonly minLength?: number
  readonly maxLength?: number
}

export interface DeclaredType {
  readonly properties: Declared
  readonly attributes: Declared
}

/** The resource type that a declaration file describes. */
export function readDeclarations(path: string): DeclaredType {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  const aliases = new Map<string, ts.TypeNode>()
  let parts: readonly ts.TypeNode[] = []
  for (const statement of file.statements) {
    if (ts.isTypeAliasDeclaration(statement)) aliases.set(statement.name.text, statement.type)
    else if (ts.isClassDeclaration(statement)) parts = statement.heritageClauses?.[0]?.types[0]?.typeArguments ?? []
  }
  const [, properties, attributes] = parts
  if (!properties) throw new Error(`${path} declares no resource`)
  const types = new Types(aliases)
  return { properties: types.of(properties), attributes: attributes ? types.of(attributes) : { kind: 'any' } }
}

class Types {
  readonly #known = new Map<string, Declared>()
  constructor(private readonly aliases: ReadonlyMap<string, ts.TypeNode>) {}

  of(node: ts.TypeNode): Declared {
    if (ts.isParenthesizedTypeNode(node)) return this.of(node.type)
    if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) return this.#named(node.typeName.text, node)
    if (ts.isTypeLiteralNode(node)) return this.#object(node, new Map())
    if (ts.isArrayTypeNode(node)) return { kind: 'list', of: this.of(node.elementType) }
    if (ts.isUnionTypeNode(node)) return union(node.types.map((one) => this.of(one)))
    if (ts.isLiteralTypeNode(node)) {
      if (ts.isStringLiteral(node.literal)) return { kind: 'enum', values: [node.literal.text] }
      if (ts.isNumericLiteral(node.literal)) return { kind: 'enum', values: [Number(node.literal.text)] }
    }
    if (node.kind === ts.SyntaxKind.StringKeyword) return { kind: 'string' }
    if (node.kind === ts.SyntaxKind.NumberKeyword) return { kind: 'number' }
    if (node.kind === ts.SyntaxKind.BooleanKeyword) return { kind: 'boolean' }
    return { kind: 'any' }
  }

  #named(name: string, node: ts.TypeReferenceNode): Declared {
    const [, of] = node.typeArguments ?? []
    if (name === 'Record') return { kind: 'map', of: of ? this.of(of) : { kind: 'any' } }
    const alias = this.aliases.get(name)
    if (!alias) return { kind: 'any' }
    let known = this.#known.get(name)
    if (known) return known
    if (ts.isTypeLiteralNode(alias)) {
      // Known before its properties are read, because objects can hold themselves.
      const properties = new Map<string, DeclaredProperty>()
      known = { kind: 'object', properties }
      this.#known.set(name, known)
      return this.#object(alias, properties)
    }
    this.#known.set(name, { kind: 'any' })
    known = this.of(alias)
    this.#known.set(name, known)
    return known
  }

  #object(node: ts.TypeLiteralNode, properties: Map<string, DeclaredProperty>): Declared {
    for (const member of node.members) {
      if (!ts.isPropertySignature(member) || !member.type) continue
      const name = ts.isIdentifier(member.name) || ts.isStringLiteral(member.name) ? member.name.text : undefined
      if (name === undefined) continue
      properties.set(name, { required: !member.questionToken, type: this.of(member.type), limits: limitsOf(member) })
    }
    return { kind: 'object', properties }
  }
}

function union(of: readonly Declared[]): Declared {
  if (of.every((one) => one.kind === 'enum')) return { kind: 'enum', values: of.flatMap((one) => one.values) }
  return { kind: 'union', of }
}

function limitsOf(member: ts.PropertySignature): Limits {
  const limits: Record<string, string | number> = {}
  for (const tag of ts.getJSDocTags(member)) {
    const text = ts.getTextOfJSDocComment(tag.comment)
    const value = /^`([\s\S]*)`$/.exec(text ?? '')?.[1]
    if (value === undefined) continue
    const name = tag.tagName.text
    // A pattern that would end the comment has a joiner put into it.
    if (name === 'pattern') limits[name] = value.replaceAll('/\u200d*', '*/')
    else if (/^(min|max)(Length)?$/.test(name) && Number.isFinite(Number(value))) limits[name] = Number(value)
  }
  return limits
}
