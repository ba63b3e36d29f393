import { deployedType } from '../template/sam-generated.ts'
import type { Resource, Template } from '../template/template.ts'
import type { ObjectShape, Shape, TypeSchema } from './format.ts'

/** What kind of text a reference gives. */
export type ReferenceKind = 'ARN' | 'name' | 'ID' | 'URL'

/** Types whose `Ref` is an ARN although its name does not say so. */
const ARNS = new Set(['AWS::SecretsManager::Secret', 'AWS::SecretsManager::SecretTargetAttachment'])

/** What `Ref` of a resource gives; undefined where that is not certain. */
export function kindOfRef(template: Template, { type }: Resource): ReferenceKind | undefined {
  if (ARNS.has(type)) return 'ARN'
  const schema = template.schemas?.type(deployedType(type))
  const [name, more] = schema?.ref ?? []
  return name === undefined || more !== undefined ? undefined : kindOfName(name)
}

/** What an attribute of that name gives; undefined where its name does not say. A bare `Id` may be anything. */
export function kindOfName(name: string): ReferenceKind | undefined {
  if (/Arn$/i.test(name)) return 'ARN'
  if (/Ur[li]$/i.test(name)) return 'URL'
  if (/Name$/.test(name)) return 'name'
  return /.Id$/.test(name) ? 'ID' : undefined
}

/** The shape of a property, as far as the schema of its type tells it; undefined where it is open or one of several. */
export function shapeAt(schema: TypeSchema, path: string): Shape | undefined {
  let here: Shape | ObjectShape | undefined = schema
  for (const step of path.split('.')) {
    const shape: Shape | ObjectShape | undefined = objectOf(schema, here)
    if (typeof shape !== 'object') return undefined
    if ('p' in shape) here = shape.p[step]
    else here = (shape.t === 'l' && step === '*') || shape.t === 'm' ? (shape as { of: Shape }).of : undefined
  }
  return typeof here === 'object' && 'p' in here ? undefined : here
}

function objectOf(schema: TypeSchema, shape: Shape | ObjectShape | undefined): Shape | ObjectShape | undefined {
  return typeof shape === 'string' && shape.startsWith('#') ? schema.d?.[shape.slice(1)] : shape
}
