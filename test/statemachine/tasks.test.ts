/** What the Resource of a Task stands for, wherever it comes from. */
import { describe, expect, test } from 'vitest'
import { parseSource } from '../../src/source/source.ts'
import type { Mapping } from '../../src/source/tree.ts'
import { machinesOf } from '../../src/statemachine/machine.ts'
import { isLambda, type Work, workOf } from '../../src/statemachine/tasks.ts'
import { Template } from '../../src/template/template.ts'

const OTHERS = `  Fn: {Type: AWS::Lambda::Function}
  Live: {Type: AWS::Lambda::Alias}
  Act: {Type: AWS::StepFunctions::Activity}
`

function templateOf(properties: string): Template {
  const source = parseSource(
    `Parameters:\n  Name: {Type: String}\nConditions:\n  IsProd: !Equals [!Ref Name, prod]\nResources:\n${OTHERS}  Flow:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n${properties}`,
    'a.yaml',
  )
  return new Template(source, source.root as Mapping, 'cloudformation')
}

function worksOf(template: Template): Work[] {
  return machinesOf(template).machines.flatMap(({ states }) => states.flatMap(workOf))
}

const asObject = (resource: string, more = ''): Work[] =>
  worksOf(templateOf(`${more}      Definition:\n        StartAt: A\n        States: {A: {Type: Task, Resource: ${resource}, End: true}}\n`))

describe('workOf', () => {
  test.each([
    ['arn:aws:states:::lambda:invoke', ['integration', 'lambda', 'invoke', undefined]],
    ['arn:aws-cn:states:::sqs:sendMessage.waitForTaskToken', ['integration', 'sqs', 'sendMessage', 'waitForTaskToken']],
    ['arn:aws:states:::states:startExecution.sync:2', ['integration', 'states', 'startExecution', 'sync']],
    ['arn:aws:states:::aws-sdk:dynamodb:query', ['integration', 'dynamodb', 'query', undefined]],
    ["!Sub 'arn:${AWS::Partition}:states:::sns:publish'", ['integration', 'sns', 'publish', undefined]],
    ['arn:aws:lambda:eu-west-1:111122223333:function:f', ['function', '', '', undefined]],
    ["!Sub 'arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:${Name}'", ['function', '', '', undefined]],
    ['arn:aws:states:eu-west-1:111122223333:activity:a', ['activity', '', '', undefined]],
    ['!GetAtt Fn.Arn', ['function', '', '', undefined]],
    ['!Ref Live', ['function', '', '', undefined]],
    ['!Ref Act', ['activity', '', '', undefined]],
    ['!Ref Fn', ['none', '', '', undefined]],
    ['lambda', ['none', '', '', undefined]],
    ['!Ref Name', ['unknown', '', '', undefined]],
  ])('%s', (resource, expected) => {
    expect(asObject(resource).map(({ kind, service, action, pattern }) => [kind, service, action, pattern])).toEqual([expected])
  })

  test('of each branch of a condition', () => {
    const works = asObject("!If [IsProd, !GetAtt Fn.Arn, 'arn:aws:states:::sns:publish']")
    expect(works.map(({ kind, when }) => [kind, ...when.because])).toEqual([
      ['function', 'IsProd is true'],
      ['integration', 'IsProd is false'],
    ])
  })

  test('follows what is substituted', () => {
    const more = '      DefinitionSubstitutions: {F: !GetAtt Fn.Arn}\n'
    expect(asObject("'${F}'", more).map(({ kind, resource }) => [kind, resource?.id])).toEqual([['function', 'Fn']])
    expect(asObject("'${G}'", more)).toEqual([])
  })

  test('in a definition that is text', () => {
    const text = `      DefinitionString: !Sub '{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:\${AWS::Partition}:states:::lambda:invoke", "End": true}}}'\n`
    expect(worksOf(templateOf(text)).map(isLambda)).toEqual([true])
  })
})

describe('whether a state runs in an Express workflow', () => {
  const inner = (mode: string): (boolean | undefined)[] => {
    const template = templateOf(
      `      StateMachineType: EXPRESS\n      Definition:\n        StartAt: M\n        States: {M: {Type: Map, End: true, ItemProcessor: {ProcessorConfig: ${mode}, StartAt: A, States: {A: {Type: Pass, End: true}}}}}\n`,
    )
    return machinesOf(template).machines.flatMap(({ states }) => states.map((state) => state.isExpress))
  }
  test('a distributed Map has a type of its own', () => {
    expect(inner('{Mode: INLINE}')).toEqual([true, true])
    expect(inner('{Mode: DISTRIBUTED, ExecutionType: STANDARD}')).toEqual([true, false])
    expect(inner('{Mode: DISTRIBUTED}')).toEqual([true, undefined])
  })
})
