import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { differences } from '../../src/dev/schema-diff.ts'
import { schemaFile, type TypeSchema } from '../../src/schema/format.ts'

const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true })
})

function folderOf(schemas: Readonly<Record<string, TypeSchema>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'awslint-schema-'))
  made.push(folder)
  writeFileSync(join(folder, 'index.json'), JSON.stringify({ types: Object.keys(schemas) }))
  for (const [name, schema] of Object.entries(schemas)) writeFileSync(join(folder, schemaFile(name)), JSON.stringify(schema))
  return folder
}

test('what came and what went', () => {
  const before = folderOf({
    'A::B::C': { p: { One: 's', Two: { t: 'l', of: '#X' } }, r: ['One'], a: {}, d: { X: { p: { Y: { t: 's', enum: ['a'] } } } } },
    'A::B::Old': { p: {}, a: {} },
  })
  const after = folderOf({
    'A::B::C': {
      p: { One: 'i', Two: { t: 'l', of: '#X', max: 2 } },
      a: { Arn: 's' },
      d: { X: { p: { Y: { t: 's', enum: ['a', 'b'] } } } },
    },
    'A::B::New': { p: {}, a: {} },
  })
  expect(differences(before, after)).toEqual([
    '- A::B::C One: s',
    '- A::B::C One is required',
    '+ A::B::C One: i',
    '+ A::B::C Two max 2',
    '+ A::B::C #X.Y = b',
    '+ A::B::C attribute Arn: s',
    '+ A::B::New',
    '- A::B::Old',
  ])
})
