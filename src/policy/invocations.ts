import { childOf, type Node } from '../source/tree.ts'
import { table } from '../table.ts'
import { type FunctionUse, functionsOf, publishedAliasOf } from '../template/functions.ts'
import { apiIdOf, eventsOf, type SamEvent } from '../template/sam-events.ts'
import { deployedType, hasConnectors } from '../template/sam-generated.ts'
import { functionIn, hole, holesIn, isSame, isSpelledOut, nameOf, spelledArn, spelledArnOf, spellingsOf } from '../template/spelling.ts'
import type { Resource, Template } from '../template/template.ts'
import { OPAQUE } from '../text.ts'
import { boolean, both, butNot, canHold, either, type When } from '../values.ts'
import { covers, coversAction, mayCover } from './match.ts'

/** Something in the template that lets others invoke a function. Texts are spelled; `OPAQUE` where nothing is known. */
export interface Grant {
  /** The permission, or the SAM resource for which SAM makes one. */
  readonly resource: Resource
  readonly functionName: string
  readonly principal: string
  readonly action: string
  /** undefined where every source may invoke. */
  readonly sourceArn: string | undefined
  /** Whether it says more of who may invoke: an account, an organization, a token. */
  readonly isRestricted: boolean
  readonly when: When
}

/** Whether a service may invoke a function for a source, as far as the template says. */
export interface Invocation {
  readonly answer: 'yes' | 'no' | 'unknown'
  /** Of `no`: the cases in which it is so. */
  readonly when: When
}

/**
 * Whether a service may invoke the function that a value names.
 * @param service its principal, `events.amazonaws.com`; `*` for anybody
 * @param source the rule, topic, bucket, API, … for which it does
 */
export function invocationOf(
  use: FunctionUse,
  service: string,
  source: Resource | undefined,
  action = 'lambda:InvokeFunction',
): Invocation {
  const { template } = use.function
  const unknown: Invocation = { answer: 'unknown', when: use.when }
  let certain: When | undefined
  let possible: When | undefined
  for (const grant of grantsOf(template)) {
    const admits = admitsCall(grant, use, service, source, action)
    if (admits === false) continue
    possible = possible ? either(possible, grant.when) : grant.when
    if (admits) certain = certain ? either(certain, grant.when) : grant.when
  }
  if (certain && !canHold(butNot(use.when, certain)) && butNot(use.when, certain).formula >= 0) return { answer: 'yes', when: use.when }
  if (isGivenAway(use.function)) return unknown
  const refused = possible ? butNot(use.when, possible) : use.when
  return canHold(refused) ? { answer: 'no', when: refused } : unknown
}

/** Whether permissions can come from where the template does not show them: macros, connectors, nested stacks, custom resources. */
function isGivenAway(fn: Resource): boolean {
  const { template } = fn
  if (template.isOpen('Resources') || hasConnectors(template)) return true
  return template.references.of(fn.id).some(({ section, owner, node }) => {
    const type = section === 'Resources' ? (template.resources.get(owner)?.type ?? '') : ''
    if (!/^(AWS::CloudFormation::(Stack|StackSet|CustomResource)|AWS::Serverless::Application|Custom::.*|.*::MODULE)$/.test(type))
      return false
    for (let here: Node | null = node; here; here = here.parent) if (here.key?.text === 'ServiceToken') return false
    return true
  })
}

function admitsCall(grant: Grant, use: FunctionUse, service: string, source: Resource | undefined, action: string): boolean | undefined {
  const checks = [
    isOfFunction(grant, use),
    isSpelledOut(grant.action) ? coversAction(grant.action, action) : undefined,
    isOfService(grant.principal, service),
    grant.sourceArn === undefined ? true : isOfSource(grant.sourceArn, source, use.function.template),
    grant.isRestricted ? undefined : true,
  ]
  return checks.includes(false) ? false : checks.includes(undefined) ? undefined : true
}

function isOfFunction(grant: Grant, use: FunctionUse): boolean | undefined {
  const { template } = use.function
  const named = functionIn(grant.functionName)
  if (!named) return isSpelledOut(grant.functionName) ? false : undefined
  const isIt = isSame(template, named.name, nameOf(use.function))
  if (isIt === false || named.qualifier === use.qualifier) return isIt
  if (named.qualifier === undefined || use.qualifier === undefined) {
    // $LATEST is what the unqualified function is, but its policy is another one.
    return use.qualifier?.includes(OPAQUE) || named.qualifier?.includes(OPAQUE) ? undefined : false
  }
  const isSameQualifier = isSame(template, named.qualifier, use.qualifier)
  return isSameQualifier === false ? false : isIt && isSameQualifier
}

function isOfService(principal: string, service: string): boolean | undefined {
  if (principal === '*') return true
  if (service === '*') return isSpelledOut(principal) ? false : undefined
  // The principals of a Region and of another partition begin alike: logs.us-east-1.amazonaws.com.
  if (principal.startsWith(service.slice(0, -'amazonaws.com'.length))) return true
  if (isSpelledOut(principal)) return false
  return mayCover(principal.replace(/\uE002[^\uE003]*\uE003/g, OPAQUE), service) ? undefined : false
}

/** Whether a SourceArn fits a resource; an ARN that mentions the resource does. */
function isOfSource(sourceArn: string, source: Resource | undefined, template: Template): boolean | undefined {
  if (!source) return undefined
  const mentioned = holesIn(sourceArn).map((name) => name.split('.')[0] as string)
  if (mentioned.includes(source.id)) return true
  const typeOf = (id: string): string =>
    deployedType((template.resources.get(id) ?? (template.kind === 'sam' ? template.names.sam.of(id) : undefined))?.type ?? '')
  if (mentioned.some((id) => typeOf(id) === deployedType(source.type))) return false
  const arn = spelledArnOf(source)
  if (arn === undefined || !sourceArn.startsWith('arn:')) return undefined
  const [pattern, text] = [partsOf(sourceArn), partsOf(arn)]
  const isFixed = isSpelledOut(pattern.service) && !/[*?]/.test(pattern.service)
  if (isFixed && pattern.service !== text.service) return false
  if (!pattern.resource.includes(OPAQUE) && covers(pattern.resource, text.resource)) return true
  // The ARN of a log group ends in ":*" in some places and not in others.
  if (pattern.resource.replace(/:\*$/, '') === text.resource.replace(/:\*$/, '')) return undefined
  return isSpelledOut(pattern.resource) && isSpelledOut(text.resource) ? false : undefined
}

function partsOf(arn: string): { service: string; resource: string } {
  const parts = arn.split(':')
  return { service: parts[2] ?? '', resource: parts.slice(5).join(':') }
}

const grants = new WeakMap<Template, Grant[]>()

/** Everything that lets others invoke a function: permissions, and what SAM makes for events, routes and authorizers. */
function grantsOf(template: Template): Grant[] {
  let found = grants.get(template)
  if (!found) {
    found = [
      ...template.resourcesOf('AWS::Lambda::Permission').flatMap(grantsIn),
      ...functionsOf(template).flatMap((fn) => eventsOf(fn).flatMap((event) => grantOfEvent(fn, event))),
      ...[...template.resources.values(), ...template.implicitApis.values()].flatMap(grantsOfApi),
    ]
    grants.set(template, found)
  }
  return found
}

/** One for each combination of the cases of its properties that can be. */
function grantsIn(permission: Resource): Grant[] {
  const { template } = permission
  const cases = (property: string): { text: string | undefined; when: When }[] => {
    const node = childOf(permission.node, property)
    const spelled = node ? spellingsOf(template, node, permission.when) : []
    const absent = permission.absent(property).map(({ when }) => ({ text: undefined, when }))
    return [...spelled, ...absent]
  }
  const isRestricted = ['PrincipalOrgID', 'EventSourceToken', 'InvokedViaFunctionUrl'].some((name) => childOf(permission.node, name))
  let found: Grant[] = cases('FunctionName').map(({ text = OPAQUE, when }) => {
    const own = { resource: permission, functionName: text, when }
    return { ...own, principal: OPAQUE, action: OPAQUE, sourceArn: undefined, isRestricted: isRestricted || isForeign(permission) }
  })
  for (const [property, key] of [
    ['Principal', 'principal'],
    ['Action', 'action'],
    ['SourceArn', 'sourceArn'],
  ] as const) {
    found = found.flatMap((grant) =>
      cases(property).flatMap(({ text, when }) => {
        const joint = both(grant.when, when)
        return canHold(joint) ? [{ ...grant, [key]: text ?? (key === 'sourceArn' ? undefined : OPAQUE), when: joint }] : []
      }),
    )
  }
  return found
}

/** Whether it names an account that may be another one. */
function isForeign(permission: Resource): boolean {
  const account = childOf(permission.node, 'SourceAccount')
  return (
    account !== undefined && spellingsOf(permission.template, account, permission.when).some(({ text }) => text !== hole('AWS::AccountId'))
  )
}

/** The service that invokes for an event of SAM, and the property that names the source of the permission. */
const EVENTS: Readonly<Record<string, { readonly principal: string; readonly source?: string; readonly isForAnySource?: true }>> = table({
  AlexaSkill: { principal: 'alexa-appkit.amazon.com', isForAnySource: true },
  Api: { principal: 'apigateway.amazonaws.com' },
  CloudWatchEvent: { principal: 'events.amazonaws.com' },
  CloudWatchLogs: { principal: 'logs.amazonaws.com', source: 'LogGroupName' },
  Cognito: { principal: 'cognito-idp.amazonaws.com', source: 'UserPool' },
  EventBridgeRule: { principal: 'events.amazonaws.com' },
  HttpApi: { principal: 'apigateway.amazonaws.com' },
  IoTRule: { principal: 'iot.amazonaws.com' },
  S3: { principal: 's3.amazonaws.com', isForAnySource: true },
  SNS: { principal: 'sns.amazonaws.com', source: 'Topic' },
  Schedule: { principal: 'events.amazonaws.com' },
})

/** Permissions for a bucket name the account only, those for an API the API; others name the source or what SAM makes for the event. */
function grantOfEvent(fn: Resource, event: SamEvent): Grant[] {
  const type = event.type?.text ?? ''
  const made = EVENTS[type]
  if (!made) return []
  const own = hole(fn.id + event.key.text)
  const source = made.source === undefined ? undefined : childOf(event.properties.node, made.source)
  const [spelled] = source ? spellingsOf(fn.template, source, fn.when) : []
  const named = type === 'CloudWatchLogs' && spelled ? spelledArn('AWS::Logs::LogGroup', spelled.text) : spelled?.text
  const api = made.principal === 'apigateway.amazonaws.com' ? apiIdOf(event) : undefined
  const sourceArn = made.principal === 'apigateway.amazonaws.com' ? (api === undefined ? OPAQUE : hole(api)) : (named ?? own)
  return [samGrant(fn, functionNameOf(fn), made.principal, made.isForAnySource ? undefined : sourceArn, fn.when)]
}

/** SAM gives the permission for the alias where it makes one. */
function functionNameOf(fn: Resource): string {
  const alias = publishedAliasOf(fn)
  return alias === undefined ? nameOf(fn) : `${nameOf(fn)}:${alias}`
}

/** The functions behind the authorizers of an API and the routes of a WebSocket API. */
function grantsOfApi(api: Resource): Grant[] {
  const callees =
    api.type === 'AWS::Serverless::WebSocketApi'
      ? api.items('Routes.*')
      : api.type === 'AWS::Serverless::Api'
        ? api.items('Auth.Authorizers.*').filter(({ node }) => !isTrue(childOf(node, 'DisableFunctionDefaultPermissions')))
        : api.type === 'AWS::Serverless::HttpApi'
          ? api.items('Auth.Authorizers.*').filter(({ node }) => isTrue(childOf(node, 'EnableFunctionDefaultPermissions')))
          : []
  return callees.flatMap(({ node, when }) => {
    const fn = childOf(node, 'FunctionArn')
    const spelled = fn ? spellingsOf(api.template, fn, when) : []
    return spelled.map((one) => samGrant(api, one.text, 'apigateway.amazonaws.com', hole(api.id), one.when))
  })
}

const isTrue = (node: Node | undefined): boolean => node !== undefined && boolean.read(node) === true

const samGrant = (resource: Resource, functionName: string, principal: string, sourceArn: string | undefined, when: When): Grant => ({
  resource,
  functionName,
  principal,
  action: 'lambda:InvokeFunction',
  sourceArn,
  isRestricted: false,
  when,
})
