/**
 * Everything that a rule may import, as `#rule`. A rule is one file, `rules/<group>/<defect>.ts`, whose default export is
 * `defineRule({...})`; nothing registers it. Rules only look: they are synchronous, know neither each other nor the file system.
 */
import type { AppSpec } from './appspec/appspec.ts'
import type { Buildspec } from './buildspec/buildspec.ts'
import type { Severity } from './finding.ts'
import type { PolicyDocument } from './policy/policy.ts'
import type { Change } from './source/change.ts'
import type { SourceTarget } from './source-target.ts'
import type { StateMachine } from './statemachine/machine.ts'
import type { Suppressions } from './suppress.ts'
import type { Resource, Template } from './template/template.ts'
import type { Place, Properties } from './values.ts'

export { AUTHORIZER_TYPES, type AuthorizerSetting, authorizersOf } from './apigateway/authorizers.ts'
export { API_TYPES, type ApiBody, type ApiPath, bodiesOf, type Operation } from './apigateway/body.ts'
export { apiOfIntegration, formsIn, INTEGRATION_TYPES, integrationsOf } from './apigateway/integrations.ts'
export {
  apisOf,
  bodilessApis,
  endpointIs,
  endpointTypesOf,
  hasUnseenParts,
  kindsAround,
  kindsOf as apiKindsOf,
  partsOf,
} from './apigateway/parts.ts'
export {
  APPSPEC_SECTIONS,
  type AppSpec,
  FILE_KEYS,
  isBlank,
  isNothing,
  isResourceKey,
  isUnevaluated,
  kindName,
  knownText,
  PERMISSION_KEYS,
  PLATFORM_NAMES,
  type Platform,
  pathIn,
  RESOURCE_KEYS,
  SCRIPT_KEYS,
  TARGET_PROPERTIES,
  textOf,
  unknownKeys,
} from './appspec/appspec.ts'
export { EVENT_ORDER, HOOK_EVENTS, isReserved, LOAD_BALANCER_HOOKS, PREVIOUS_REVISION_HOOKS } from './appspec/events.ts'
export { inRevision, isOnInstance } from './appspec/paths.ts'
export type { Buildspec } from './buildspec/buildspec.ts'
export type { Call as ShellCall } from './buildspec/commands.ts'
export { BUILDSPEC_KEYS, BUILDSPEC_SECTIONS, isGenerated, PHASES, strangers, VARIABLE_MAPS } from './buildspec/keys.ts'
export { secretReferenceFault } from './buildspec/secret-reference.ts'
export type { Word } from './buildspec/shell.ts'
export * from './checks.ts'
export { breachMessages, brokenBy } from './constraints.ts'
export { containersOf, forwardersTo, isMapped, registrationsOf, tasksOf } from './ecs/services.ts'
export { isInline } from './embedded.ts'
export { fieldsOf, patternFaults, patternsIn } from './eventpattern.ts'
export type { Severity } from './finding.ts'
export { deliveriesBy, deliveriesOf, mayAccess, mayDeliver, resourcePoliciesOf } from './policy/deliveries.ts'
export { invocationOf } from './policy/invocations.ts'
export { keysAt } from './policy/keys.ts'
export { covers, coversAction, mayCover, mayCoverAction } from './policy/match.ts'
export { POLICY_PLACES } from './policy/places.ts'
export {
  type ConditionTest,
  type PolicyDocument,
  type Principal,
  policiesIn,
  type Statement,
} from './policy/policy.ts'
export { executionRolesOf, mayAllow, mayTrust, type Role, type RoleUse, roleOf, rolesAt } from './policy/roles.ts'
export { leastLength } from './policy/size.ts'
export type { Deployment, Project } from './project.ts'
export { malformedSchedules, type ScheduleDialect, scheduleFault, unixCronFault } from './schedule.ts'
export { hasAttribute } from './schema/attributes.ts'
export { kindOfName, kindOfRef, shapeAt } from './schema/references.ts'
export { tagSets } from './schema/tags.ts'
export { accessKeyIn, isSecretName, isSecretValue, tokenIn } from './secrets.ts'
export {
  insertText,
  insertValue,
  quote,
  remove,
  renameKey,
  replacePart,
  replaceText,
  replaceValue,
  respell,
  unwrap,
  wrap,
} from './source/change.ts'
export { embed } from './source/embedded.ts'
export type { Source } from './source/source.ts'
export {
  at,
  childOf,
  derived as derivedAt,
  type Entry,
  entryOf,
  type Mapping,
  type Node,
  pathOf,
  type Scalar,
  type Span,
  spanOf,
  walk,
} from './source/tree.ts'
export { ofStates } from './statemachine/checks.ts'
export { machinesOf, type Scope, STATE_TYPES, type State, type StateMachine } from './statemachine/machine.ts'
export { isLambda, workOf } from './statemachine/tasks.ts'
export { table, tables } from './table.ts'
export { ArnUse, arnOf, arnsAt, fifoIn, fifoOf, isArnless } from './template/arns.ts'
export { attributeValues, balancerKinds, balancersOf, forwardsOf, listenersOf } from './template/balancers.ts'
export { contains, overlap, parseCidr } from './template/cidr.ts'
export { contentsOf } from './template/contents.ts'
export { circlesOf, dependenciesOf, waitsFor } from './template/dependencies.ts'
export { behaviorsOf, originDomains, originGroupsOf, originsOf } from './template/distributions.ts'
export { dynamicReferencesOf } from './template/dynamic-references.ts'
export { type Form, formsOf, isPartial, suspectsOf } from './template/forms.ts'
export {
  type EventSource,
  eventSourcesIn,
  eventSourcesOf,
  FUNCTION_TYPES,
  type FunctionUse,
  functionsAt,
  functionsIn,
  type Origin,
  type SourceKind,
} from './template/functions.ts'
export { GLOBALS_SECTIONS } from './template/globals.ts'
export {
  attributeOf,
  type Call,
  CONDITION_FUNCTIONS,
  callOf,
  editable,
  FUNCTIONS,
  isLoop,
  isStray,
  nounOf,
  RULE_FUNCTIONS,
  subOf,
  subVariables,
} from './template/intrinsics.ts'
export { jsonIn } from './template/json-values.ts'
export { branchesOf, type Lead, leadsOf } from './template/leads.ts'
export { type EndOfService, endOf, since } from './template/lifecycle.ts'
export { isNear, LIMITS } from './template/limits.ts'
export { canonical } from './template/logic.ts'
export { defaultOf, type Lookup, type Missing } from './template/lookups.ts'
export { valuesNamed } from './template/named-values.ts'
export { PSEUDO_PARAMETERS } from './template/names.ts'
export { nestedTemplate } from './template/nested.ts'
export { attachmentsOf, nameless, rangesOfSubnet, rangesOfVpc, unattachedWhen, vpcsOf } from './template/networks.ts'
export { notificationFilter, notificationsOf, notificationTarget } from './template/notifications.ts'
export { databasePortsOf, ingressOf, openingsOf } from './template/openings.ts'
export { PARAMETER_ATTRIBUTES, PARAMETER_TYPES, type Parameter } from './template/parameters.ts'
export { type Action, type ActionType, mayPrecede, pipelineOf } from './template/pipelines.ts'
export {
  awsHostsAt,
  casesOf,
  type DnsRecord,
  domainNamesAt,
  hostsOf,
  isInZone,
  namesOf,
  pairsWith,
  policiesOfRecord,
  RECORD_TYPES,
  type RecordCase,
  type RoutingPolicy,
  recordsIn,
  recordsOf,
  zonesOf,
} from './template/records.ts'
export type { CallPlace, Use, UseKind } from './template/references.ts'
export { isRegionCode, isZoneName, REGIONS, regionOfZone } from './template/regions.ts'
export { apiIdOf, apiOf, eventsOf, idIn, type SamEvent } from './template/sam-events.ts'
export { deployedType } from './template/sam-generated.ts'
export { isSecretProperty, propertyPathOf, SECRET_PROPERTIES, saysSecret } from './template/secrets.ts'
export { SHAPES, shapesOf } from './template/shapes.ts'
export { functionIn, isSame, isSpelledOut, nameOf, type Spelling, spellingsOf, writtenOf } from './template/spelling.ts'
export { differ, leadsAt, nodesAt, type Target as NamedTarget, targetsOf } from './template/targets.ts'
export {
  RESOURCE_ATTRIBUTES,
  type Resource,
  SAM_RESOURCE_ATTRIBUTES,
  SAM_SECTIONS,
  SAM_TRANSFORM,
  SAM_TYPES,
  SECTIONS,
  type Section,
  type Template,
} from './template/template.ts'
export { type EmbeddedText, textsAt, textsOf } from './template/texts.ts'
export { helperCalls, LAUNCHING, userDataOf } from './template/user-data.ts'
export { bytesOf, closest, isPlaceholder, listOf, OPAQUE, secondsOf, shorten, someOf, WORD } from './text.ts'
export {
  type Absent,
  ALWAYS,
  anything,
  boolean,
  both,
  butNot,
  canHold,
  either,
  type Fact,
  isChosen,
  jointly,
  type Known,
  list,
  map,
  number,
  type PartOf,
  type Place,
  Properties,
  string,
  together,
  type When,
} from './values.ts'

/** What a rule looks at: resources of a type (`*` for all), a whole template, every access policy or state machine in it, what a document
 * silences, an AppSpec, a buildspec, or any text as such. */
export type On = `${string}::${string}` | '*' | 'template' | 'policy' | 'statemachine' | 'suppressions' | 'appspec' | 'buildspec' | 'source'

export type TargetOf<O extends On> = O extends 'template'
  ? Template
  : O extends 'appspec'
    ? AppSpec
    : O extends 'buildspec'
      ? Buildspec
      : O extends 'policy'
        ? PolicyDocument
        : O extends 'statemachine'
          ? StateMachine
          : O extends 'suppressions'
            ? Suppressions
            : O extends 'source'
              ? SourceTarget
              : Resource

/** Everything that a rule can be given. */
export type Subject = Template | AppSpec | Buildspec | Resource | PolicyDocument | StateMachine | Suppressions | SourceTarget

/** Where a fact comes from: the page, and what it says in our own words. */
export interface SourceOfFact {
  readonly url: `https://${string}`
  readonly fact: string
}

/** The names in a message: `'{queue} hides …'` has `queue`. */
export type Placeholders<M extends string> = M extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never
type Data<M extends string> = [Placeholders<M>] extends [never]
  ? [data?: Readonly<Record<string, never>>, fix?: Offer]
  : [data: Readonly<Record<Placeholders<M>, string | number>>, fix?: Offer]

/** The changes that mend what is reported, all of them together; none where it cannot be known what is meant. */
export type Offer = Change | readonly (Change | undefined)[] | undefined

export interface Context<M extends Readonly<Record<string, string>>> {
  /**
   * Reports a message of this rule at a place.
   * @param place what has to be edited; its condition becomes the finding's
   * @param message the key of a message
   * @param data the values of the message's placeholders
   * @param fix what would mend it, for a rule that has `fixes`; what cannot be changed exactly is not offered
   */
  report<K extends keyof M & string>(place: Place, message: K, ...data: Data<M[K]>): void
}

/** A ready-made check, from `#rule`: what it reads and says is known without running it. */
export interface Check {
  /** Property paths that it reads. */
  readonly paths: readonly string[]
  readonly messages: Readonly<Record<string, string>>
  run(target: { readonly target: Properties; readonly report: Report }): void
}

export interface RuleText {
  /** `group/defect`, as its path. It names the defect and reads as English after "ignore". */
  readonly id: `${string}/${string}`
  /** At most 80 characters, no full stop. */
  readonly title: string
  /** error: the deployment fails or the document is invalid; warning: it deploys and is almost surely wrong or dangerous; info: practice. */
  readonly severity: Severity
  /** What happens to somebody who ignores this. */
  readonly why: string
  /** What to do. */
  readonly fix: string
  readonly sources: readonly [SourceOfFact, ...SourceOfFact[]]
  /** Lines of the study notes that the rule is drawn from, `note:line`. */
  readonly notes?: readonly string[]
  /** The rules of cfn-lint that say the same or part of it. */
  readonly cfnLint?: readonly string[]
}

/**
 * That a rule offers fixes. `safe`: the old text is certainly invalid or ignored, and the new one says what was plainly meant;
 * `unsafe`: it may change what is deployed, so that somebody has to look.
 */
export type Fixes = 'safe' | 'unsafe'

export interface RuleDefinition<O extends On, M extends Readonly<Record<string, string>>> extends RuleText {
  readonly on: readonly [O, ...O[]]
  readonly fixes?: Fixes
  /** What it can say; `{name}` is filled in when it is reported. Starts upper-case, ends with a full stop. */
  readonly messages?: M
  readonly check: Check | ((target: TargetOf<O>, context: Context<M>) => void)
}

/** A rule as the linter runs it. */
export interface Rule extends RuleText {
  readonly on: readonly On[]
  readonly fixes?: Fixes | undefined
  readonly messages: Readonly<Record<string, string>>
  /** Property paths that a ready-made check reads; empty for a rule with code of its own. */
  readonly paths: readonly string[]
  run(target: Subject, report: Report): void
}

export type Report = (place: Place, message: string, data?: Readonly<Record<string, string | number>>, fix?: Offer) => void

/** Checks the shape of a rule at compile time and makes it runnable. */
export function defineRule<const O extends On, const M extends Readonly<Record<string, string>> = Record<never, never>>(
  rule: RuleDefinition<O, M>,
): Rule {
  const { check } = rule
  if (typeof check === 'function') {
    const run = check as (target: unknown, context: { report: Report }) => void
    return { ...rule, messages: rule.messages ?? {}, paths: [], run: (target, report) => run(target, { report }) }
  }
  return {
    ...rule,
    messages: { ...check.messages, ...rule.messages },
    paths: check.paths,
    run: (target, report) => check.run({ target: target as Resource, report }),
  }
}
