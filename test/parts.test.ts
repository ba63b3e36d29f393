/** Files that a template names and that are linted with it. */
import { describe, expect, test } from 'vitest'
import type { DocumentReport, Project } from '../src/core.ts'
import { core, rules } from './support/built.ts'

/** A project that holds these files and nothing else. */
const projectOf = (files: Readonly<Record<string, string>>): Project => ({
  typeOf: (path) => (path in files ? 'file' : 'missing'),
  list: () => Object.keys(files),
  isExecutable: () => undefined,
  read: (path) => files[path],
})

const machine = (uri: string, more = ''): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: ${uri}
${more}`

const lint = (text: string, files?: Readonly<Record<string, string>>, name = 'infra/app/template.yaml'): DocumentReport =>
  core.lint(text, name, { rules, ...(files ? { project: projectOf(files) } : {}) })

/** `file rule@line:column` of everything in the parts. */
const inParts = (report: DocumentReport): string[] =>
  report.parts.flatMap(({ name, source, findings }) =>
    findings.map(({ rule, span }) => {
      const { line, column } = source.lines.position(span.start)
      return `${name} ${rule}@${line}:${column}`
    }),
  )

const BROKEN = '{"StartAt": "A", "States": {\n  "A": {"Type": "Pass", "Next": "B"}\n}}'

describe('a state machine in a file of its own', () => {
  test('is reported at its place in that file', () => {
    const report = lint(machine('flow.asl.json'), { 'flow.asl.json': BROKEN })
    expect(report.findings).toEqual([])
    expect(inParts(report)).toContain('infra/app/flow.asl.json stepfunctions/unknown-transition-target@2:33')
  })

  test('has a name from where that of the template starts', () => {
    const report = lint(machine('./x/../../common/flow.asl.json'), { '../common/flow.asl.json': BROKEN })
    expect(report.parts.map(({ name, kind }) => [name, kind])).toEqual([['infra/common/flow.asl.json', 'part']])
  })

  test('may hold placeholders where JSON has values', () => {
    const text = '{"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": ${Pause}, "End": true}}}'
    const report = lint(machine('flow.asl.json', '      DefinitionSubstitutions: { Pause: "30" }\n'), { 'flow.asl.json': text })
    expect(inParts(report)).toEqual([])
    expect(report.parts[0]?.source.text).toBe(text)
  })

  test('that is no JSON is reported at the character', () => {
    const report = lint(machine('flow.asl.json'), { 'flow.asl.json': '{"StartAt": "A",\n  "States" {}}' })
    expect(inParts(report)).toEqual(['infra/app/flow.asl.json source/syntax-error@2:12'])
  })

  test('can silence findings', () => {
    const text = 'StartAt: A\nStates:\n  A: { Type: Pass, Next: B, End: true } # awslint-disable-line stepfunctions/*\n'
    const report = lint(machine('flow.asl.yaml'), { 'flow.asl.yaml': text })
    expect(inParts(report)).toEqual([])
    expect(report.parts[0]?.suppressed.length).toBeGreaterThan(0)
  })

  test('is not read without a project, from elsewhere, or by the name that a parameter gives', () => {
    for (const uri of ['s3://bucket/flow.asl.json', 'https://example.com/flow.asl.json', '/flow.asl.json', '!Ref Where', '${Where}']) {
      expect(lint(machine(uri), { 'flow.asl.json': BROKEN, '/flow.asl.json': BROKEN }).parts, uri).toEqual([])
    }
    expect(lint(machine('flow.asl.json')).parts).toEqual([])
  })

  test('that two resources name is looked at once', () => {
    const text = `${machine('flow.asl.json')}  Other:\n    Type: AWS::Serverless::StateMachine\n    Properties: { DefinitionUri: ./flow.asl.json }\n`
    const report = lint(text, { 'flow.asl.json': BROKEN })
    expect(inParts(report).filter((one) => one.includes('unknown-transition-target'))).toHaveLength(1)
  })
})
