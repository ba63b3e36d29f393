/** The end of a service, on the day that a template is judged for. */
import { expect, test } from 'vitest'
import { parseSource } from '../../src/source/source.ts'
import type { Mapping } from '../../src/source/tree.ts'
import { endOf } from '../../src/template/lifecycle.ts'
import { Template } from '../../src/template/template.ts'

function statusOf(type: string, asOf?: string): string | undefined {
  const source = parseSource('Resources: {}', 'a.yaml')
  return endOf(new Template(source, source.root as Mapping, 'cloudformation', asOf === undefined ? {} : { asOf }), type)?.status
}

test('an announced day counts for who asks for it or a later one', () => {
  expect(statusOf('AWS::AppMesh::Mesh')).toBe('ending')
  expect(statusOf('AWS::AppMesh::Mesh', '2026-09-29')).toBe('ending')
  expect(statusOf('AWS::AppMesh::Mesh', '2026-09-30')).toBe('ended')
})

test('what has ended stays so on any day, and what has no day never ends by itself', () => {
  expect(statusOf('AWS::OpsWorks::Stack', '2020-01-01')).toBe('ended')
  expect(statusOf('AWS::WAFRegional::WebACL', '2099-01-01')).toBe('ending')
})

test('a row may be about single types of a service', () => {
  expect(statusOf('AWS::Pinpoint::Segment')).toBe('ending')
  expect(statusOf('AWS::Pinpoint::App')).toBeUndefined()
})
