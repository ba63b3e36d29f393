/** A file that templates name is shown once, under its own path, with what each of them finds in it. */
import { expect, test } from 'vitest'
import { checked, folderWith } from '../support/cli.ts'

const template = (uri: string, type: string): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties: { DefinitionUri: ${uri}, Type: ${type} }
`
const FLOW = JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Wait', Seconds: 600, Next: 'B' }, C: { Type: 'Succeed' } } })

test('findings of several templates in one file', () => {
  const folder = folderWith({
    'a.template.yaml': template('flow.asl.json', 'STANDARD'),
    'b.template.yaml': template('./flow.asl.json', 'EXPRESS'),
    'flow.asl.json': FLOW,
  })
  const shown = checked(folder, []).files.map(({ path, kind, findings }) => [path, kind, ...findings.map(({ rule }) => rule)])
  expect(shown).toEqual([
    ['a.template.yaml', 'sam'],
    ['flow.asl.json', 'part', 'stepfunctions/express-duration-exceeded', 'stepfunctions/unknown-transition-target'],
    ['b.template.yaml', 'sam'],
  ])
})

test('such a file is checked, not skipped', () => {
  const folder = folderWith({ 'a.template.yaml': template('flow.asl.json', 'STANDARD'), 'flow.asl.json': FLOW, 'other.json': '{}' })
  expect(checked(folder, []).summary).toMatchObject({ files: 2, skipped: 1 })
  expect(checked(folder, ['a.template.yaml', 'flow.asl.json']).summary).toMatchObject({ files: 2, skipped: 0 })
})

test('--no-project leaves them alone', () => {
  const folder = folderWith({ 'template.yaml': template('flow.asl.json', 'STANDARD'), 'flow.asl.json': FLOW })
  expect(checked(folder, ['template.yaml']).files).toHaveLength(2)
  expect(checked(folder, ['template.yaml', '--no-project']).files).toHaveLength(1)
})
