/** What edits keep, and where none are offered. */
import { expect, test } from 'vitest'
import { core, rules, schemas } from '../support/built.ts'

const fixesOf = (text: string, name = 'template.yaml') => core.lint(text, name, { rules, schemas }).findings.flatMap(({ fix }) => fix ?? [])

const applied = (text: string, name?: string): string => {
  const edits = fixesOf(text, name).flatMap((fix) => fix.edits)
  return [...edits].reverse().reduce((text, { span, text: by }) => text.slice(0, span.start) + by + text.slice(span.end), text)
}

const queue = (properties: string): string => `Resources:\n  A:\n    Type: AWS::SQS::Queue\n    Properties: ${properties}\n`

test('comments, quotes and brackets stay', () => {
  expect(applied(queue('# first\n      "VisibilityTimeOut": 60 # why'))).toBe(queue('# first\n      "VisibilityTimeout": 60 # why'))
  expect(applied(queue("{'VisibilityTimeOut': 5, QueueName: q}"))).toBe(queue("{'VisibilityTimeout': 5, QueueName: q}"))
})

test('JSON stays JSON', () => {
  const json = (key: string): string => `{"Resources": {"A": {"Type": "AWS::SQS::Queue", "Properties": {"${key}": 60}}}}`
  expect(applied(json('VisibilityTimeOut'), 'template.json')).toBe(json('VisibilityTimeout'))
})

test('what an alias or a merge key brings to another place is left alone', () => {
  const aliased = `${queue('&shared\n      VisibilityTimeOut: 60').trimEnd()}\n  B:\n    Type: AWS::SQS::Queue\n    Properties: *shared\n`
  expect(fixesOf(aliased)).toEqual([])
  expect(fixesOf(`${queue('{}').replace('A:', 'A: &a').replace('{}', '{VisibilityTimeOut: 1}')}  B: *a\n`)).toEqual([])
})

test('a key that is there already is not written twice', () => {
  expect(fixesOf(queue('{VisibilityTimeout: 1, VisibilityTimeOut: 2}'))).toEqual([])
})
