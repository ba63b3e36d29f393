import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DocumentReport } from '../../src/core.ts'
import type { ObjectShape, Shape, TypeSchema } from '../../src/schema/format.ts'
import { core, DIST } from './built.ts'

/** The built schema of a resource type; undefined where there is none. */
export function schemaOf(type: string): TypeSchema | undefined {
  const file = join(DIST, 'schema', core.schemaFile(type))
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as TypeSchema) : undefined
}

/** Whether a property path (`Tags.*.Key`) can exist in a resource of the type. */
export function hasPath(schema: TypeSchema, path: string): boolean {
  const objectHas = (object: ObjectShape, steps: readonly string[]): boolean => {
    const [step, ...rest] = steps
    if (step === undefined) return true
    if (step === '*') return Object.values(object.p).some((shape) => shapeHas(shape, rest))
    const shape = object.p[step]
    return shape === undefined ? object.open === true : shapeHas(shape, rest)
  }
  const shapeHas = (shape: Shape, steps: readonly string[]): boolean => {
    // A text may hold a document of its own.
    if (steps.length === 0 || shape === '*' || shape === 'j' || shape === 's') return true
    if (typeof shape === 'string') return shape.startsWith('#') && objectHas(schema.d?.[shape.slice(1)] ?? { p: {} }, steps)
    if (shape.t === 's') return true
    if (shape.t === 'u') return shape.of.some((one) => shapeHas(one, steps))
    if (shape.t === 'c') return steps[0] === shape.by || Object.values(shape.of).some((one) => shapeHas(one, steps))
    if (shape.t === 'm') return shapeHas(shape.of, steps.slice(1))
    return shape.t === 'l' && steps[0] === '*' && shapeHas(shape.of, steps.slice(1))
  }
  return objectHas(schema, path.split('.').filter(Boolean))
}

/** A property path of a resource that was read while something ran. */
export interface PathRead {
  readonly type: string
  readonly path: string
}

/** What is read of the resources of a document while it is linted; what stands inside of functions is left out. */
export function pathsRead(lint: () => DocumentReport): PathRead[] {
  const reads: [of: string, path: string][] = []
  core.observePaths((of, path) => {
    // An empty mapping may stand for one that is not written, at the place of what holds it.
    if (of.node.entries.length > 0) reads.push([of.path, path])
  })
  let report: DocumentReport
  try {
    report = lint()
  } finally {
    core.observePaths(undefined)
  }
  return reads.flatMap(([of, path]) => {
    // The schema says nothing of the attributes beside Properties.
    if (/^Resources\/[^/]+\/(CreationPolicy|UpdatePolicy|Metadata)(\/|$)/.test(of)) return []
    const [, id, above = ''] = /^Resources\/([^/]+)(?:\/Properties)?(?:\/(.*))?$/.exec(of) ?? []
    const type = id === undefined ? undefined : core.at(report.source.root, 'Resources', id, 'Type')
    const steps = [...above.replace(/(^|\/)Fn::If\/[12](?=\/|$)/g, '').split('/'), ...path.split('.')].filter(Boolean)
    // A document within a text has properties of its own.
    const isInText = core.at(report.source.root, ...of.split('/').map((step) => (/^\d+$/.test(step) ? Number(step) : step))) === undefined
    if (type?.kind !== 'scalar' || isInText || steps.some((step) => step.startsWith('Fn::'))) return []
    return [{ type: type.text, path: steps.map((step) => (/^\d+$/.test(step) ? '*' : step)).join('.') }]
  })
}
