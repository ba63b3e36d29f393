/** Writes dist/schema: one file per resource type, an index, and the actions of all services. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ACTIONS_FOLDER, schemaFile } from '../schema/format.ts'
import { readActions } from './actions.ts'
import { ROOT } from './groups.ts'

/** What the schemas are made of; when it is the same, so are they. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const name of ['@aws-cdk/aws-service-spec', '@awboost/cfn-resource-types', 'aws-cdk-lib'])
    hash.update(`${name} ${packageVersion(name)}\n`)
  for (const file of [
    'schema-merge.ts',
    'schema-corrections.ts',
    'declarations.ts',
    'actions.ts',
    'constructs.ts',
    '../schema/pattern.ts',
    '../schema/format.ts',
    '../sam/types.ts',
  ])
    hash.update(readFileSync(join(ROOT, 'src/dev', file)))
  return hash.digest('hex').slice(0, 16)
}

function packageVersion(name: string): string {
  return (JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version
}

/** Writes the schemas into a folder unless they are there already. */
export async function buildSchemas(folder: string, options: { readonly verbose: boolean }): Promise<void> {
  const key = fingerprint()
  const index = join(folder, 'index.json')
  if (existsSync(index) && (JSON.parse(readFileSync(index, 'utf8')) as { key: string }).key === key) return
  const began = performance.now()
  // Loaded here: the compiler and the database are not needed when nothing has changed.
  const { makeSchemas, Notes } = await import('./schema-merge.ts')
  const notes = new Notes()
  const schemas = makeSchemas(notes)
  const partial = `${folder}.${process.pid}`
  mkdirSync(partial, { recursive: true })
  let size = 0
  for (const [name, schema] of schemas) {
    const text = JSON.stringify(schema)
    size += text.length
    writeFileSync(join(partial, schemaFile(name)), text)
  }
  mkdirSync(join(partial, ACTIONS_FOLDER))
  for (const [prefix, names] of readActions()) writeFileSync(join(partial, ACTIONS_FOLDER, `${prefix}.txt`), names)
  writeFileSync(join(partial, 'index.json'), JSON.stringify({ key, types: [...schemas.keys()] }))
  rmSync(folder, { recursive: true, force: true })
  renameSync(partial, folder)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`schemas: ${schemas.size} types, ${(size / 1e6).toFixed(1)} MB, ${seconds} s`)
  notes.print(options.verbose)
}
