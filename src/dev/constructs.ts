/**
 * Reads the generated constructs of aws-cdk-lib. They are made from a newer state of the service spec than the one that is
 * published beside it, so they know types and properties that it lacks.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { ROOT } from './groups.ts'

export interface ConstructObject {
  readonly properties: ReadonlyMap<string, ConstructShape>
  readonly required: ReadonlySet<string>
}

export type ConstructShape =
  | 's'
  | 'n'
  | 'b'
  | '*'
  | 'tag'
  | { readonly list: ConstructShape }
  | { readonly map: ConstructShape }
  | { readonly object: string }

export interface ConstructType extends ConstructObject {
  readonly attributes: readonly string[]
  /** The objects that properties name. */
  object(name: string): ConstructObject
}

/** The resource types of all generated modules, by name. */
export function readConstructs(): Map<string, ConstructType> {
  const found = new Map<string, ConstructType>()
  const root = join(ROOT, 'node_modules/aws-cdk-lib')
  for (const module of readdirSync(root, { withFileTypes: true })) {
    if (!module.isDirectory() || !/^(aws|alexa)-/.test(module.name)) continue
    const folder = join(root, module.name, 'lib')
    for (const name of readdirSync(folder)) {
      if (!name.endsWith('.generated.js') || name.includes('canned')) continue
      for (const [type, construct] of readModule(readFileSync(join(folder, name), 'utf8'))) found.set(type, construct)
    }
  }
  return found
}

/** Where each construct begins, and its type. */
const CLASS = /class (Cfn\w+) extends cdk\(\)\.CfnResource\{static\[\w+\]=\{[^}]*\};static CFN_RESOURCE_TYPE_NAME="([^"]+)"/g
/** `function convertCfnQueuePropsToCloudFormation(properties){return …?(….assertSuccess(),{…}):properties}` */
const CONVERSION =
  /function convert(Cfn\w+?)ToCloudFormation\(properties\)\{return [^?]*\?\([^,]*\.assertSuccess\(\),(\{.*?\})\):properties\}/g
const REQUIRED = /propertyValidator\("(\w+)",cdk\(\)\.requiredValidator\)/g

function* readModule(text: string): Generator<[string, ConstructType]> {
  const conversions = new Map<string, string>()
  for (const [, name, literal] of text.matchAll(CONVERSION)) conversions.set(name as string, literal as string)
  const objects = new Map<string, ConstructObject>()
  const object = (name: string): ConstructObject => {
    let known = objects.get(name)
    if (!known) {
      const literal = conversions.get(name)
      if (literal === undefined) throw new Error(`aws-cdk-lib is written differently by now: there is no conversion of ${name}`)
      known = readConversion(literal, requiredOf(text, name))
      objects.set(name, known)
    }
    return known
  }
  for (const match of text.matchAll(CLASS)) {
    const [, construct, type] = match as unknown as [string, string, string]
    const name = `${construct}Props`
    // A type without properties has no conversion.
    const own = conversions.has(name) ? object(name) : { properties: new Map(), required: new Set<string>() }
    const end = text.indexOf(`function ${name}Validator(`, match.index)
    const body = text.slice(match.index, end < 0 ? undefined : end)
    const attributes = [...body.matchAll(/this\.getAtt\("([^"]+)"/g)].map(([, attribute]) => attribute as string)
    yield [type, { ...own, attributes: [...new Set(attributes)], object }]
  }
}

/** The properties that a validator wants, as the construct spells them. */
function requiredOf(text: string, name: string): Set<string> {
  const start = text.indexOf(`function ${name}Validator(`)
  const body = text.slice(start, text.indexOf(`function convert${name}ToCloudFormation(`, start))
  return new Set([...body.matchAll(REQUIRED)].map(([, property]) => property as string))
}

function readConversion(literal: string, wanted: ReadonlySet<string>): ConstructObject {
  const [statement] = ts.createSourceFile('conversion.js', `(${literal})`, ts.ScriptTarget.Latest).statements
  const properties = new Map<string, ConstructShape>()
  const required = new Set<string>()
  const expression = statement && ts.isExpressionStatement(statement) ? statement.expression : undefined
  const object = expression && ts.isParenthesizedExpression(expression) ? expression.expression : undefined
  if (!object || !ts.isObjectLiteralExpression(object))
    throw new Error(`aws-cdk-lib is written differently by now: ${literal.slice(0, 80)}`)
  for (const member of object.properties) {
    if (!ts.isPropertyAssignment(member) || !ts.isCallExpression(member.initializer)) continue
    const name = ts.isIdentifier(member.name) || ts.isStringLiteral(member.name) ? member.name.text : undefined
    if (name === undefined) continue
    properties.set(name, shapeOf(member.initializer.expression))
    const [argument] = member.initializer.arguments
    if (argument && ts.isPropertyAccessExpression(argument) && wanted.has(argument.name.text)) required.add(name)
  }
  return { properties, required }
}

const SIMPLE: Readonly<Record<string, ConstructShape>> = {
  stringToCloudFormation: 's',
  dateToCloudFormation: 's',
  numberToCloudFormation: 'n',
  booleanToCloudFormation: 'b',
  cfnTagToCloudFormation: 'tag',
}

/** What a converting function takes: `cdk().listMapper(cdk().stringToCloudFormation)` a list of strings. */
function shapeOf(mapper: ts.Expression): ConstructShape {
  if (ts.isIdentifier(mapper)) {
    const name = /^convert(Cfn\w+)ToCloudFormation$/.exec(mapper.text)?.[1]
    return name ? { object: name } : '*'
  }
  if (ts.isPropertyAccessExpression(mapper)) return SIMPLE[mapper.name.text] ?? '*'
  if (!ts.isCallExpression(mapper) || !ts.isPropertyAccessExpression(mapper.expression)) return '*'
  const [of] = mapper.arguments
  if (!of) return '*'
  const kind = mapper.expression.name.text
  return kind === 'listMapper' ? { list: shapeOf(of) } : kind === 'hashMapper' ? { map: shapeOf(of) } : '*'
}
