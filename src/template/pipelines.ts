import { type Known, number, type Properties, string, together } from '../values.ts'
import type { Resource } from './template.ts'

/** Artifact names in a list of an action. */
export interface Artifacts {
  readonly names: readonly Known<string>[]
  /** Whether there can be no others. */
  readonly isComplete: boolean
}

/** What an action does and who does it, in one case in which all of it is known. */
export interface ActionType {
  readonly category: Known<string>
  readonly owner: Known<string>
  /** Its condition is that of the whole case. */
  readonly provider: Known<string>
}

/** An action of a pipeline, under its own condition and that of its stage. */
export interface Action {
  readonly properties: Properties
  readonly stage: Stage
  /** 1 when it is not written; undefined when it is not known. */
  readonly runOrder: number | undefined
  readonly types: readonly ActionType[]
  readonly inputs: Artifacts
  readonly outputs: Artifacts
}

/** A stage of a pipeline; `position` counts what is written, both branches of a `Fn::If` included. */
export interface Stage {
  readonly properties: Properties
  readonly position: number
  readonly actions: readonly Action[]
  /** Whether it has no other actions. */
  readonly isComplete: boolean
}

/** What a pipeline does, in order, as far as it is written. */
export interface Pipeline {
  readonly resource: Resource
  readonly stages: readonly Stage[]
  readonly actions: readonly Action[]
  /** Whether there are no other stages and no other actions. */
  readonly isComplete: boolean
}

const seen = new WeakMap<Resource, Pipeline>()

/** The stages, actions and artifacts of a pipeline. @param resource an AWS::CodePipeline::Pipeline */
export function pipelineOf(resource: Resource): Pipeline {
  const known = seen.get(resource)
  if (known) return known
  const stages = resource.items('Stages').map(stageOf)
  const isComplete = isWritten(resource, 'Stages') && stages.every((stage) => stage.isComplete)
  const pipeline = { resource, stages, actions: stages.flatMap(({ actions }) => actions), isComplete }
  seen.set(resource, pipeline)
  return pipeline
}

/** Whether one action may have ended before another one begins. */
export function mayPrecede(one: Action, other: Action): boolean {
  if (one.stage !== other.stage) return one.stage.position < other.stage.position
  return one !== other && (one.runOrder === undefined || other.runOrder === undefined || one.runOrder < other.runOrder)
}

function stageOf(properties: Properties, position: number): Stage {
  const actions: Action[] = []
  const stage = { properties, position, actions, isComplete: isWritten(properties, 'Actions') }
  for (const action of properties.items('Actions'))
    actions.push({
      properties: action,
      stage,
      runOrder: runOrderOf(action),
      types: typesOf(action),
      inputs: artifactsOf(action, 'InputArtifacts'),
      outputs: artifactsOf(action, 'OutputArtifacts'),
    })
  return stage
}

function runOrderOf(action: Properties): number | undefined {
  const [only, ...others] = action.possible('RunOrder', number)
  if (!only || others.length > 0 || only.state === 'unknown') return undefined
  return only.state === 'absent' ? 1 : only.value
}

function typesOf(action: Properties): ActionType[] {
  const types: ActionType[] = []
  for (const [category, provider] of together(action.known('ActionTypeId.Category', string), action.known('ActionTypeId.Provider', string)))
    for (const [owner, whole] of together(action.known('ActionTypeId.Owner', string), [provider]))
      types.push({ category, owner, provider: whole })
  return types
}

function artifactsOf(action: Properties, list: string): Artifacts {
  const names = action.known(`${list}.*.Name`, string)
  const isComplete =
    isWritten(action, list) && action.items(list).every((item) => item.possible('Name', string).every(({ state }) => state === 'known'))
  return { names, isComplete }
}

/** Whether a list, which may be missing, holds nothing unknown. */
const isWritten = (of: Properties, list: string): boolean =>
  of.facts(list).every((fact) => fact.state !== 'unknown') && of.facts(`${list}.*`).every((fact) => fact.state !== 'unknown')
