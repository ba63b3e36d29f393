/** What a template is deployed with, in every form that the tools of AWS take. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readParameters } from '../../src/node/inputs.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'awslint-inputs-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const read = (name: string, text: string): Record<string, string> => {
  writeFileSync(join(folder, name), text)
  return readParameters(join(folder, name))
}

describe('the parameters of a file', () => {
  test.each([
    ['list.json', '[{"ParameterKey":"Stage","ParameterValue":"prod"},{"ParameterKey":"Old","UsePreviousValue":true}]', { Stage: 'prod' }],
    ['pairs.json', '["Stage=prod","Filter=a=b"]', { Stage: 'prod', Filter: 'a=b' }],
    ['map.json', '{"Stage":"prod","Count":5}', { Stage: 'prod', Count: '5' }],
    ['pipeline.json', '{"Parameters":{"Stage":"prod"},"Tags":{"a":"b"}}', { Stage: 'prod' }],
    ['git-sync.yaml', 'template-file-path: t.yaml\nparameters:\n  Stage: prod\n  Zones: [a, b]\n', { Stage: 'prod', Zones: 'a,b' }],
    [
      'samconfig.toml',
      '[default.deploy.parameters]\nparameter_overrides = "Stage=prod Name=\\"two words\\""\n',
      { Stage: 'prod', Name: 'two words' },
    ],
    [
      'list.toml',
      '[default.global.parameters]\nparameter_overrides = ["Stage=prod", "Name=two words"]\n',
      { Stage: 'prod', Name: 'two words' },
    ],
  ])('%s', (name, text, expected) => {
    expect(read(name, text)).toEqual(expected)
  })

  test('in UTF-16, as PowerShell writes it', () => {
    writeFileSync(join(folder, 'utf16.json'), Buffer.from('\uFEFF{"Stage":"prod"}', 'utf16le'))
    expect(readParameters(join(folder, 'utf16.json'))).toEqual({ Stage: 'prod' })
  })

  test.each([
    ['empty.json', ''],
    ['text.yaml', 'just words'],
    ['nested.json', '{"Stage":{"a":1}}'],
    ['other.toml', 'a = 1'],
  ])('%s holds none', (name, text) => {
    expect(() => read(name, text)).toThrow('it holds no parameters')
  })

  test.each([
    ['broken.toml', '[default\nx = 1', 'it is no TOML, from 1:9 on: '],
    ['broken.json', '{"a": ', 'it is no YAML or JSON, from 1:7 on: '],
    ['broken.yaml', 'a: [b\n', 'it is no YAML or JSON, from 1:'],
  ])('%s is told with its place, on one line', (name, text, message) => {
    expect(() => read(name, text)).toThrow(message)
    expect(() => read(name, text)).not.toThrow('\n')
  })
})
