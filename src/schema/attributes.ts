import type { TypeSchema } from './format.ts'

/** Whether `Fn::GetAtt` can read an attribute, by all that is known. */
export function hasAttribute(schema: TypeSchema, attribute: string): boolean {
  if (schema.open || Object.hasOwn(schema.a, attribute)) return true
  // Of an object the parts can be read, and parts of what is published as one attribute with a dot.
  const dot = attribute.indexOf('.')
  const head = dot < 0 ? attribute : attribute.slice(0, dot)
  const kind = schema.a[head]
  if (dot >= 0 && (kind === 'o' || kind === '*' || kind === 'l')) return true
  return dot < 0 && Object.keys(schema.a).some((name) => name.startsWith(`${attribute}.`))
}
