/** What properties lack, and conditions that must hold at once. */
import { expect, test } from 'vitest'
import { parseSource } from '../src/source/source.ts'
import type { Mapping } from '../src/source/tree.ts'
import { type Resource, Template } from '../src/template/template.ts'
import { ALWAYS, jointly } from '../src/values.ts'

const source = parseSource(
  `Parameters:
  Any: {Type: String}
Conditions:
  IsOn: !Equals [!Ref Any, on]
Resources:
  Pool:
    Type: Some::Made::Up
    Properties:
      Empty: []
      Blank: ''
      Nothing: null
      Full: [a]
      Given: !Ref Any
      Either: !If [IsOn, [], !If [IsOn, a, !Ref AWS::NoValue]]
`,
  'a.yaml',
)
const pool = new Template(source, source.root as Mapping, 'cloudformation').resources.get('Pool') as Resource
const lacking = (path: string) => pool.lacking(path).map(({ because }) => because.join())

test('a property is lacking where it is missing or empty for certain', () => {
  expect(lacking('Missing')).toEqual([''])
  expect(lacking('Empty')).toEqual([''])
  expect(lacking('Blank')).toEqual([''])
  for (const path of ['Nothing', 'Full', 'Given']) expect(lacking(path), path).toEqual([])
  expect(lacking('Either')).toEqual(['IsOn is true', 'IsOn is false'])
})

test('conditions hold jointly unless they exclude each other', () => {
  const [on, off] = pool.lacking('Either')
  if (!on || !off) throw new Error('two cases are expected')
  expect(jointly()).toBe(ALWAYS)
  expect(jointly(ALWAYS, on, ALWAYS)).toBe(on)
  expect(jointly(on, off)).toBeUndefined()
})
