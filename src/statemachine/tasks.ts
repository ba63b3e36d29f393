import { entryOf, type Node } from '../source/tree.ts'
import { FUNCTION_TYPES } from '../template/functions.ts'
import { branchesOf, framesOf, leadsOf } from '../template/leads.ts'
import type { Resource } from '../template/template.ts'
import { OPAQUE, WORD } from '../text.ts'
import { both, canHold, type When } from '../values.ts'
import type { State } from './machine.ts'

/** What the Resource of a Task stands for, in one case of conditions. */
export interface Work {
  /** `unknown` where too little of it is known; `none` where it certainly is nothing that a Task can run. */
  readonly kind: 'integration' | 'function' | 'activity' | 'none' | 'unknown'
  /** Of an integration: `lambda`, `sqs`; of an integration with the SDK as well. */
  readonly service: string
  /** Of an integration: `invoke`, `sendMessage`. */
  readonly action: string
  readonly isSdk: boolean
  /** Whether the task waits for a job, for a token, or only for the answer. */
  readonly pattern: 'sync' | 'waitForTaskToken' | undefined
  /** The text, as far as it is known. */
  readonly text: string
  /** The function or activity of the template that it is. */
  readonly resource: Resource | undefined
  /** Where it is written: at Resource, or where the template gives what is substituted for it. */
  readonly node: Node
  readonly when: When
}

/** Every case of what a Task runs; nothing for a state without Resource. */
export function workOf(state: State): Work[] {
  const entry = entryOf(state.node, 'Resource')
  if (!entry) return []
  const { template } = state.scope.machine.resource
  return sourcesOf(state, entry.value).flatMap(({ node, when }) => {
    const [lead] = leadsOf(template, node, when)
    if (lead) return [{ ...ofResource(lead.resource, lead.attribute), node: lead.node, when: lead.when }]
    return framesOf(template, node, when).map((frame) => ({ ...ofText(frame.text), node, when: frame.when }))
  })
}

/** A node of the template whose value the Resource is: itself, or what is substituted for it. */
function sourcesOf(state: State, node: Node): { node: Node; when: When }[] {
  const { resource } = state.scope.machine
  const name = node.kind === 'scalar' ? /^\$\{([\w-]+)\}$/.exec(node.text)?.[1] : undefined
  if (name === undefined) return branchesOf(resource.template, node, state.when)
  return resource.items('DefinitionSubstitutions').flatMap((substitutions) => {
    const value = entryOf(substitutions.node, name)?.value
    const when = both(substitutions.when, state.when)
    return value && canHold(when) ? branchesOf(resource.template, value, when) : []
  })
}

type Meant = Omit<Work, 'node' | 'when'>

const NOTHING: Omit<Meant, 'kind' | 'text'> = { service: '', action: '', isSdk: false, pattern: undefined, resource: undefined }

function ofResource(resource: Resource, attribute: string | undefined): Meant {
  const base = { ...NOTHING, text: resource.id, resource }
  if ((FUNCTION_TYPES as readonly string[]).includes(resource.type)) {
    // `Ref` gives the name of a function.
    if (attribute === undefined) return { ...base, kind: 'none' }
    return { ...base, kind: attribute === 'Arn' || attribute === 'Alias' ? 'function' : 'unknown' }
  }
  if (/^AWS::Lambda::(Alias|Version)$/.test(resource.type)) return { ...base, kind: 'function' }
  return { ...base, kind: resource.type === 'AWS::StepFunctions::Activity' ? 'activity' : 'unknown' }
}

const INTEGRATION = /^arn:[^:]+:states:::(aws-sdk:)?([\w-]+):([A-Za-z]\w*)(?:\.(sync|waitForTaskToken)(?::2)?)?$/
const ACTIVITY = /^arn:[^:]+:states:[^:]*:[^:]*:activity:./
const FUNCTION = /^arn:[^:]+:lambda:[^:]*:[^:]*:function:./
const PARTLY = new RegExp(`[${OPAQUE}${WORD}]|\\$\\{`)

function ofText(text: string): Meant {
  const base = { ...NOTHING, text }
  const plain = text.replace(/\$\{[^}]*\}/g, OPAQUE)
  const [, sdk, service = '', action = '', pattern] = INTEGRATION.exec(plain) ?? []
  if (service) return { ...base, kind: 'integration', service, action, isSdk: sdk !== undefined, pattern: pattern as Work['pattern'] }
  if (ACTIVITY.test(plain)) return { ...base, kind: 'activity' }
  if (FUNCTION.test(plain)) return { ...base, kind: 'function' }
  return { ...base, kind: PARTLY.test(text) ? 'unknown' : 'none' }
}

/** Whether a case of work is the call of a Lambda function. */
export const isLambda = ({ kind, service, action, isSdk }: Work): boolean =>
  kind === 'function' || (kind === 'integration' && service === 'lambda' && action === 'invoke' && !isSdk)
