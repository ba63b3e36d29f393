import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type SchemaSource, schemaFile, type TypeSchema } from '../core.ts'

/** The built schemas beside this file: the index when it is asked for, and the file of each type that a template names. */
export function builtSchemas(folder: string = join(__dirname, 'schema')): SchemaSource {
  const known = new Map<string, TypeSchema | undefined>()
  let names: readonly string[] | undefined
  return {
    type(name) {
      if (known.has(name)) return known.get(name)
      const schema = /^\w+(::\w+)+$/.test(name) ? read<TypeSchema>(join(folder, schemaFile(name))) : undefined
      known.set(name, schema)
      return schema
    },
    names() {
      names ??= read<{ types: string[] }>(join(folder, 'index.json'))?.types ?? []
      return names
    },
  }
}

function read<T>(path: string): T | undefined {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  return JSON.parse(text) as T
}
