/** The stages, actions and artifacts of a pipeline. */
import { describe, expect, test } from 'vitest'
import { parseSource } from '../../src/source/source.ts'
import type { Mapping } from '../../src/source/tree.ts'
import { mayPrecede, type Pipeline, pipelineOf } from '../../src/template/pipelines.ts'
import { type Resource, Template } from '../../src/template/template.ts'

function pipeline(stages: string): Pipeline {
  const text = `Parameters: {Any: {Type: String}}
Conditions: {IsProd: !Equals [!Ref Any, prod]}
Resources:
  Pipe: {Type: AWS::CodePipeline::Pipeline, Properties: {Stages: ${stages}}}
`
  const source = parseSource(text, 'a.yaml')
  return pipelineOf(new Template(source, source.root as Mapping, 'cloudformation').resources.get('Pipe') as Resource)
}

const action = (name: string, more = ''): string =>
  `{Name: ${name}, ActionTypeId: {Category: Build, Owner: AWS, Provider: CodeBuild, Version: '1'}${more}}`

describe('pipelineOf', () => {
  test('has the stages and actions in order, with their types', () => {
    const { stages, actions, isComplete } = pipeline(`[{Actions: [${action('A')}]}, {Actions: [${action('B')}, ${action('C')}]}]`)
    expect(stages.map((stage) => stage.actions.length)).toEqual([1, 2])
    expect(actions.map(({ stage, runOrder }) => [stage.position, runOrder])).toEqual([
      [0, 1],
      [1, 1],
      [1, 1],
    ])
    expect(actions[0]?.types.map(({ category, owner, provider }) => [category.value, owner.value, provider.value])).toEqual([
      ['Build', 'AWS', 'CodeBuild'],
    ])
    expect(isComplete).toBe(true)
  })

  test.each([
    ['!Ref Any', false],
    ['[!Ref Any]', false],
    ['[{Actions: [!Ref Any]}]', false],
    ['[!If [IsProd, {Actions: []}, !Ref AWS::NoValue]]', true],
  ])('%s is complete: %s', (stages, expected) => expect(pipeline(stages).isComplete).toBe(expected))

  test.each([
    ['', [], true],
    [', InputArtifacts: [{Name: a}, {Name: b}]', ['a', 'b'], true],
    [', InputArtifacts: [{Name: a}, {Name: !Ref Any}]', ['a'], false],
    [', InputArtifacts: !Ref Any', [], false],
  ])('artifacts of %s', (more, names, isComplete) => {
    const [only] = pipeline(`[{Actions: [${action('A', more)}]}]`).actions
    expect(only?.inputs.names.map(({ value }) => value)).toEqual(names)
    expect(only?.inputs.isComplete).toBe(isComplete)
  })

  test('an action under a condition holds under it', () => {
    const [only] = pipeline(`[{Actions: [!If [IsProd, ${action('A')}, !Ref AWS::NoValue]]}]`).actions
    expect(only?.properties.when.because).toEqual(['IsProd is true'])
    expect(only?.types[0]?.provider.when.because).toEqual(['IsProd is true'])
  })
})

describe('mayPrecede', () => {
  test.each([
    ['', '', false],
    [', RunOrder: 1', ', RunOrder: 2', true],
    [', RunOrder: 2', '', false],
    [', RunOrder: !Ref Any', '', true],
  ])('in one stage, %s before %s: %s', (one, other, expected) => {
    const [a, b] = pipeline(`[{Actions: [${action('A', one)}, ${action('B', other)}]}]`).actions
    expect(a && b && mayPrecede(a, b)).toBe(expected)
  })

  test('an earlier stage comes first, whatever the run order', () => {
    const [a, b] = pipeline(`[{Actions: [${action('A', ', RunOrder: 3')}]}, {Actions: [${action('B')}]}]`).actions
    expect(a && b && [mayPrecede(a, b), mayPrecede(b, a)]).toEqual([true, false])
  })
})
