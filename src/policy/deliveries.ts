import type { Node } from '../source/tree.ts'
import { table } from '../table.ts'
import { arnOf, arnsAt } from '../template/arns.ts'
import { type Form, isPartial } from '../template/forms.ts'
import { leadsOf } from '../template/leads.ts'
import { returnsOf } from '../template/returns.ts'
import { eventsOf } from '../template/sam-events.ts'
import { hasConnectors } from '../template/sam-generated.ts'
import { leadsAt, nodesAt } from '../template/targets.ts'
import type { Resource, Template } from '../template/template.ts'
import { OPAQUE } from '../text.ts'
import { ALWAYS, both, canHold, type Place, string, type When } from '../values.ts'
import { covers, coversAction, mayCover, mayCoverAction } from './match.ts'
import { type ConditionTest, type PolicyDocument, policiesIn, type Statement } from './policy.ts'

/** `unknown`: that depends on what only the deployment knows. */
export type Verdict = 'yes' | 'no' | 'unknown'

/** A service that does something with a resource. */
export interface Access {
  /** `sqs:SendMessage`. */
  readonly action: string
  /** Its principal, `sns.amazonaws.com`. */
  readonly service: string
  /** The resource of the template on whose behalf it comes (`aws:SourceArn`): a topic, a rule, a bucket. */
  readonly source?: Resource | undefined
  /** When it comes. */
  readonly when?: When
}

interface Attachment {
  readonly policy: string
  /** Where the policy names what it belongs to. */
  readonly path: string
}

/** The policies that are resources of their own, by what they belong to. A KMS key holds its policy itself. */
const ATTACHMENTS: Readonly<Record<string, readonly Attachment[]>> = table({
  'AWS::KMS::Key': [],
  'AWS::S3::Bucket': [{ policy: 'AWS::S3::BucketPolicy', path: 'Bucket' }],
  'AWS::SNS::Topic': [
    { policy: 'AWS::SNS::TopicPolicy', path: 'Topics.*' },
    { policy: 'AWS::SNS::TopicInlinePolicy', path: 'TopicArn' },
  ],
  'AWS::SQS::Queue': [
    { policy: 'AWS::SQS::QueuePolicy', path: 'Queues.*' },
    { policy: 'AWS::SQS::QueueInlinePolicy', path: 'Queue' },
  ],
})

/** A document that is, or may be, a policy of a resource. */
export interface ResourcePolicy {
  readonly document: PolicyDocument
  readonly isCertain: boolean
  /** When it belongs to the resource. */
  readonly when: When
}

/** The policies that say who may do what with a queue, a topic, a bucket or a key. */
export interface ResourcePolicies {
  readonly policies: readonly ResourcePolicy[]
  /** Whether there are no others: nothing that cannot be read, and nothing that a macro or a connector of SAM may add. */
  readonly isComplete: boolean
}

const known = new WeakMap<Resource, ResourcePolicies>()

/** @param target a resource of the template; of another type than those of `ATTACHMENTS` nothing is known */
export function resourcePoliciesOf(target: Resource): ResourcePolicies {
  let found = known.get(target)
  if (!found) {
    found = readPolicies(target)
    known.set(target, found)
  }
  return found
}

function readPolicies(target: Resource): ResourcePolicies {
  const { template } = target
  const attachments = ATTACHMENTS[target.type]
  if (!attachments) return { policies: [], isComplete: false }
  const policies: ResourcePolicy[] = policiesIn(target).map((document) => ({ document, isCertain: true, when: document.when }))
  let isComplete = !template.isOpen('Resources') && !target.isOpen && !hasConnectors(template)
  if (attachments.length === 0) isComplete &&= policies.length > 0
  for (const holder of template.resources.values()) {
    const attachment = attachments.find(({ policy }) => policy === holder.type)
    if (!attachment) continue
    const uses = nodesAt(holder, attachment.path)
    const isListed = uses.length > 0 && !holder.isOpen
    if (!isListed) isComplete = false
    const documents = policiesIn(holder)
    for (const { node, when } of uses) {
      const leads = leadsOf(template, node, when)
      const own = leads.filter(({ resource }) => resource === target)
      // A name, an ARN or a parameter may mean this one.
      const isCertain = own.length > 0
      if (leads.length > 0 && !isCertain) continue
      if (documents.length === 0) isComplete = false
      for (const document of documents) {
        for (const under of isCertain ? own.map((lead) => lead.when) : [when]) {
          const joint = both(under, document.when)
          if (canHold(joint)) policies.push({ document, isCertain, when: joint })
        }
      }
    }
  }
  return { policies, isComplete }
}

/**
 * Whether the policies of a queue, a topic, a bucket or a key let a service do something with it. `no` is certain as far as
 * this template goes: no policy in it does. What a role allows is another question.
 */
export function mayAccess(target: Resource, access: Access): Verdict {
  const { policies, isComplete } = resourcePoliciesOf(target)
  const { when = ALWAYS } = access
  let verdict: Verdict = isComplete ? 'no' : 'unknown'
  if (target.type === 'AWS::SNS::Topic' && policies.length === 0 && !NOT_BY_DEFAULT.has(access.service)) return 'unknown'
  if (isAdmittedBySam(target, access)) return 'yes'
  for (const policy of policies) {
    if (!canHold(both(policy.when, when))) continue
    const one = admits(policy.document, target, access)
    if (one === 'no') continue
    const isThroughout = policy.isCertain && (policy.when === ALWAYS || policy.when === when)
    if (one === 'yes' && isThroughout) return 'yes'
    verdict = 'unknown'
  }
  return verdict
}

/** Whether a service may send messages to a queue, or publish to a topic. */
export const mayDeliver = (target: Resource, delivery: Omit<Access, 'action'>): Verdict =>
  mayAccess(target, { ...delivery, action: target.type === 'AWS::SNS::Topic' ? 'sns:Publish' : 'sqs:SendMessage' })

/**
 * A topic without a policy admits services that act for its owner (alarms); these are known not to be among them.
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html and
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html
 */
const NOT_BY_DEFAULT = new Set(['events.amazonaws.com', 's3.amazonaws.com'])

/** SAM lets the topic of an SNS event send to the queue that its SqsSubscription names. */
function isAdmittedBySam(target: Resource, { service, source }: Access): boolean {
  const { template } = target
  if (template.kind !== 'sam' || target.type !== 'AWS::SQS::Queue' || service !== 'sns.amazonaws.com') return false
  return template.resourcesOf('AWS::Serverless::Function').some((resource) =>
    eventsOf(resource, 'SNS').some(({ properties }) => {
      const isNamed = (path: string, wanted: Resource): boolean =>
        leadsAt(template, properties, path).some(({ resource }) => resource === wanted)
      return isNamed('SqsSubscription.QueueArn', target) && (!source || isNamed('Topic', source))
    }),
  )
}

/** What a document says of an access to the resource that it belongs to. */
function admits(policy: PolicyDocument, target: Resource, access: Access): Verdict {
  if (!policy.isComplete) return 'unknown'
  let verdict: Verdict = 'no'
  let isDoubtful = false
  for (const statement of policy.statements) {
    if (!canHold(both(statement.when, access.when ?? ALWAYS))) continue
    const says = appliesTo(statement, target, access)
    const applies = statement.when === policy.when ? says : worse(says)
    if (applies === 'no') continue
    if (statement.isDeny) {
      if (applies === 'yes') return 'no'
      if (!isAboutTransport(statement)) isDoubtful = true
    } else if (applies === 'yes' && statement.isAllow) verdict = 'yes'
    else if (verdict === 'no') verdict = 'unknown'
  }
  return isDoubtful ? worse(verdict) : verdict
}

const worse = (verdict: Verdict): Verdict => (verdict === 'yes' ? 'unknown' : verdict)

/** Services come over TLS. */
const isAboutTransport = (statement: Statement): boolean =>
  statement.conditions().some(({ key, values }) => /^aws:SecureTransport$/i.test(key.text) && values.every(({ text }) => text === 'false'))

const appliesTo = (statement: Statement, target: Resource, access: Access): Verdict =>
  allOf([
    oneOf('Action', statement, ({ text }) => ofTexts(coversAction(text, access.action), mayCoverAction(text, access.action))),
    ofPrincipal(statement, access.service),
    oneOf('Resource', statement, (form) => namesTarget(form, target)),
    ofConditions(statement, access),
  ])

const ofTexts = (isSo: boolean, maySo: boolean): Verdict => (isSo ? 'yes' : maySo ? 'unknown' : 'no')
const allOf = (verdicts: readonly Verdict[]): Verdict => (verdicts.includes('no') ? 'no' : verdicts.includes('unknown') ? 'unknown' : 'yes')
const anyOf = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.includes('yes') ? 'yes' : verdicts.includes('unknown') ? 'unknown' : 'no'

/** An element that lists what it is about, or with `Not` what it is not about. */
function oneOf(element: string, statement: Statement, test: (form: Form) => Verdict): Verdict {
  const forms = statement.forms(element)
  if (forms.length > 0) return anyOf(forms.map((form) => (form.when === statement.when ? test(form) : worse(test(form)))))
  return statement.forms(`Not${element}`).length > 0 ? 'unknown' : 'no'
}

function ofPrincipal(statement: Statement, service: string): Verdict {
  if (statement.principals('NotPrincipal').length > 0) return 'unknown'
  // The principals of a Region and of another partition begin alike: sns.eu-south-1.amazonaws.com.
  const head = service.slice(0, -'amazonaws.com'.length)
  return anyOf(
    statement.principals().map(({ type, text, isWhole }): Verdict => {
      if (type === '*' || (type === 'AWS' && text === '*')) return 'yes'
      if (type === '') return 'unknown'
      if (type !== 'Service') return type === 'AWS' && text === OPAQUE ? 'unknown' : 'no'
      if (text === service) return 'yes'
      return text.startsWith(head) || (!isWhole && mayCover(text, service)) ? 'unknown' : 'no'
    }),
  )
}

function namesTarget({ text, item, isWhole, when }: Form, target: Resource): Verdict {
  if (text === '*') return 'yes'
  const lead = leadTo(target.template, item, when)
  if (lead) {
    if (lead.resource !== target) return 'no'
    // Ref gives the ARN of a topic only.
    return (lead.attribute ?? (target.type === 'AWS::SNS::Topic' ? 'Arn' : '')).endsWith('Arn') ? 'yes' : 'unknown'
  }
  const arn = arnOf(text)
  if (!arn) return isWhole && /^\w+$/.test(text) ? 'no' : 'unknown'
  const service = target.type.split('::')[1]?.toLowerCase() as string
  if (!isPartial(arn.service) && !mayCover(arn.service, service)) return 'no'
  return namesOf(target).some((name) => name === undefined || mayCover(arn.resource, name)) ? 'unknown' : 'no'
}

/** The names that a resource is given, where its ARN ends with them; undefined for one that is not known. */
function namesOf(target: Resource): (string | undefined)[] {
  const { property, arn } = returnsOf(target.type) ?? {}
  // The ARNs of objects go on behind the name of the bucket.
  if (!property || !arn?.endsWith(':N') || target.type === 'AWS::S3::Bucket') return [undefined]
  return target.facts(property).map((fact) => (fact.state === 'known' ? string.read(fact.value) : undefined))
}

const leadTo = (template: Template, item: Node, when: When) => leadsOf(template, item, when)[0]

/** A condition that compares the source can be decided where the source is a resource of the template. */
function ofConditions(statement: Statement, access: Access): Verdict {
  if (statement.isUnconditional) return 'yes'
  const tests = statement.conditions()
  return tests.length === 0 ? 'unknown' : allOf(tests.map((test) => ofTest(statement, test, access)))
}

function ofTest(statement: Statement, { operator, key, values }: ConditionTest, { service, source }: Access): Verdict {
  if (/^aws:SecureTransport$/i.test(key.text) && operator.text === 'Bool')
    return anyOf(values.map(({ text }) => ofTexts(text === 'true', isPartial(text))))
  if (!/^aws:SourceArn$/i.test(key.text) || !/^(Arn|String)(Equals|Like)(IfExists)?$/.test(operator.text)) return 'unknown'
  const { template } = statement.policy.resource
  return anyOf(
    values.map(({ text, item, when }): Verdict => {
      if (text === '*') return 'yes'
      const lead = leadTo(template, item, when)
      if (lead && source) return lead.resource === source ? 'yes' : 'no'
      const named = arnOf(text)?.service
      // A rule of EventBridge, a bucket, a topic: the ARN names the service, as logging.s3.amazonaws.com does behind its first dot.
      const isOther = named !== undefined && !isPartial(named) && !service.split('.').some((part) => covers(named, part))
      return isOther ? 'no' : 'unknown'
    }),
  )
}

/** A message of a service to a queue or a topic of the template. */
export interface Delivery {
  /** The resource that is written for it. */
  readonly by: Resource
  /** The principal of the service that delivers. */
  readonly service: string
  /** On whose behalf, where that is a resource of the template: the topic of a subscription, the rule, the bucket. */
  readonly source: Resource | undefined
  readonly target: Resource
  /** What names the target. */
  readonly place: Place
  readonly when: When
  /** The target of a dead-letter setting gets what could not be delivered. */
  readonly isDeadLetter: boolean
  /** Whether it may come with a role, which then needs no policy of the target. */
  readonly hasRole: boolean
}

const CLOUDWATCH = 'cloudwatch.amazonaws.com'
const EVENTS = 'events.amazonaws.com'
const SNS = 'sns.amazonaws.com'
const S3 = 's3.amazonaws.com'
const deliveries = new WeakMap<Template, Delivery[]>()

/** What alarms, rules, subscriptions and bucket notifications of a template deliver to its queues and topics. */
export function deliveriesOf(template: Template): Delivery[] {
  let found = deliveries.get(template)
  if (!found) {
    found = [...template.resources.values()].flatMap(deliveriesBy)
    deliveries.set(template, found)
  }
  return found
}

/** The deliveries that one resource is written for. */
export function deliveriesBy(resource: Resource): Delivery[] {
  switch (resource.type) {
    case 'AWS::CloudWatch::Alarm':
    case 'AWS::CloudWatch::CompositeAlarm':
      return ['AlarmActions', 'OKActions', 'InsufficientDataActions'].flatMap((name) =>
        to(resource, `${name}.*`, CLOUDWATCH, () => resource),
      )
    case 'AWS::Events::Rule':
      return [
        ...to(resource, 'Targets.*.Arn', EVENTS, () => resource),
        ...to(resource, 'Targets.*.DeadLetterConfig.Arn', EVENTS, () => resource, true),
      ]
    case 'AWS::S3::Bucket':
      return [
        ...to(resource, 'NotificationConfiguration.QueueConfigurations.*.Queue', S3, () => resource),
        ...to(resource, 'NotificationConfiguration.TopicConfigurations.*.Topic', S3, () => resource),
      ]
    case 'AWS::SNS::Subscription': {
      const [topic, ...others] = arnsAt(resource.template, resource, 'TopicArn')
      const source = (): Resource | undefined => (others.length === 0 ? topic?.resource : undefined)
      return [
        ...to(resource, 'Endpoint', SNS, source).filter((one) => isToQueue(resource, one.target)),
        ...to(resource, 'RedrivePolicy.deadLetterTargetArn', SNS, source, true),
      ]
    }
    case 'AWS::SNS::Topic':
      return to(resource, 'Subscription.*.Endpoint', SNS, () => resource).filter(({ target }) => target.type === 'AWS::SQS::Queue')
    default:
      return []
  }
}

/** The endpoint of another protocol is told by other rules. */
const isToQueue = (subscription: Resource, target: Resource): boolean =>
  target.type === 'AWS::SQS::Queue' && subscription.known('Protocol', string).some(({ value }) => value === 'sqs')

function to(by: Resource, path: string, service: string, source: () => Resource | undefined, isDeadLetter = false): Delivery[] {
  return arnsAt(by.template, by, path).flatMap(({ resource: target, place, when, holder }): Delivery[] => {
    if (target?.type !== 'AWS::SQS::Queue' && target?.type !== 'AWS::SNS::Topic') return []
    const hasRole = service === EVENTS && !isDeadLetter && holder.facts('RoleArn').some((fact) => fact.state !== 'absent')
    return [{ by, service, source: source(), target, place, when, isDeadLetter, hasRole }]
  })
}
