/**
 * `npm run schema:diff -- <folder>`: what differs between the built schemas and those in another folder, a copy of
 * dist/schema made before an update. Types, properties, requirements, values and attributes that came or went.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ObjectShape, type Shape, schemaFile, type TypeSchema } from '../schema/format.ts'
import { ROOT } from './groups.ts'

const typesIn = (folder: string): string[] => (JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as { types: string[] }).types
const schemaIn = (folder: string, type: string): TypeSchema =>
  JSON.parse(readFileSync(join(folder, schemaFile(type)), 'utf8')) as TypeSchema

/** One fact a line, so that two schemas can be compared as sets. */
function factsOf(schema: TypeSchema): Set<string> {
  const facts = new Set<string>()
  const shape = (path: string, one: Shape): void => {
    if (typeof one === 'string') {
      facts.add(`${path}: ${one}`)
      return
    }
    if (one.t === 'l' || one.t === 'm') shape(`${path}.*`, one.of)
    else if (one.t === 'u') for (const part of one.of) shape(`${path} or`, part)
    else facts.add(`${path}: ${one.t}`)
    for (const [key, value] of Object.entries(one)) {
      if (key === 't' || key === 'of') continue
      if (key === 'enum') for (const member of value as readonly unknown[]) facts.add(`${path} = ${String(member)}`)
      else facts.add(`${path} ${key} ${String(value)}`)
    }
  }
  const object = (path: string, { p, r, open, old }: ObjectShape): void => {
    for (const [name, one] of Object.entries(p)) shape(`${path}${name}`, one)
    for (const name of r ?? []) facts.add(`${path}${name} is required`)
    for (const name of old ?? []) facts.add(`${path}${name} is deprecated`)
    if (open) facts.add(`${path}* is allowed`)
  }
  object('', schema)
  for (const [name, definition] of Object.entries(schema.d ?? {})) object(`#${name}.`, definition)
  for (const [name, kind] of Object.entries(schema.a)) facts.add(`attribute ${name}: ${kind}`)
  return facts
}

/** Lines that begin with + for what only the new schemas say and with - for what only the old ones said. */
export function differences(before: string, after: string): string[] {
  const old = new Set(typesIn(before))
  const lines: string[] = []
  for (const type of typesIn(after)) {
    if (!old.delete(type)) {
      lines.push(`+ ${type}`)
      continue
    }
    const [was, is] = [factsOf(schemaIn(before, type)), factsOf(schemaIn(after, type))]
    for (const fact of was) if (!is.has(fact)) lines.push(`- ${type} ${fact}`)
    for (const fact of is) if (!was.has(fact)) lines.push(`+ ${type} ${fact}`)
  }
  for (const type of old) lines.push(`- ${type}`)
  return lines
}

if (process.argv[1]?.endsWith('schema-diff.ts')) {
  const [, , before] = process.argv
  if (!before) {
    console.error('usage: npm run schema:diff -- <folder with the schemas of before>')
    process.exit(2)
  }
  const lines = differences(before, join(ROOT, 'dist/schema'))
  for (const line of lines) console.log(line)
  console.log(`${lines.length} differences`)
}
