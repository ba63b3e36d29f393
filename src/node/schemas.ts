import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ACTIONS_FOLDER, readRegistrySchema, type SchemaSource, type ServiceAction, schemaFile, type TypeSchema } from '../core.ts'
import { reason } from './files.ts'

/** The built schemas beside this file: the index when it is asked for, and the file of each type that a template names. */
export function builtSchemas(folder: string = join(__dirname, 'schema')): SchemaSource {
  const known = new Map<string, TypeSchema | undefined>()
  let names: readonly string[] | undefined
  const actions = new Map<string, readonly ServiceAction[] | undefined>()
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
    actions(prefix) {
      if (actions.has(prefix)) return actions.get(prefix)
      const text = /^[\w-]+$/.test(prefix) ? readText(join(folder, ACTIONS_FOLDER, `${prefix}.txt`)) : undefined
      const list = text?.split(' ').map((word) => ({ name: word.replace('*', ''), hasResources: !word.endsWith('*') }))
      actions.set(prefix, list)
      return list
    },
    prefixes: () => readdirSync(join(folder, ACTIONS_FOLDER)).map((file) => file.replace(/\.txt$/, '')),
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function read<T>(path: string): T | undefined {
  const text = readText(path)
  return text === undefined ? undefined : (JSON.parse(text) as T)
}

/**
 * Schemas of a source with registry schemas on top, each read from a file, or from the JSON files of a folder.
 * @throws Error with a plain message for what cannot be read or is no registry schema
 */
export function withRegistrySchemas(base: SchemaSource, paths: readonly string[]): SchemaSource {
  const own = new Map<string, TypeSchema>()
  for (const path of paths) {
    for (const file of filesAt(path)) {
      const read = readRegistrySchema(parse(file))
      if (!read) throw new Error(`${file} is no registry schema: it has no typeName or no properties`)
      own.set(read.name, read.schema)
    }
  }
  return { ...base, type: (name) => own.get(name) ?? base.type(name), names: () => [...own.keys(), ...base.names()] }
}

function filesAt(path: string): string[] {
  try {
    if (!statSync(path).isDirectory()) return [path]
    return readdirSync(path)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => join(path, name))
  } catch (error) {
    throw new Error(`${path} cannot be read: ${reason(error, path)}`)
  }
}

function parse(file: string): unknown {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new Error(`${file} cannot be read: ${reason(error, file)}`)
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`${file} is no JSON: ${(error as Error).message}`)
  }
}
