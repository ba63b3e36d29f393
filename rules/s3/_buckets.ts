import {
  boolean,
  both,
  type ConditionTest,
  callOf,
  canHold,
  type Fact,
  type Form,
  type Lead,
  leadsAt,
  type Node,
  type PartOf,
  type Place,
  policiesIn,
  present,
  type Resource,
  string,
  type Template,
  type When,
} from '#rule'

/** The buckets of the template that a property leads to by their names. */
const bucketsAt = (resource: Resource, path: string): Lead[] => leadsAt(resource.template, resource, path, 'AWS::S3::Bucket')

/** The buckets of the template that a bucket policy belongs to. */
export const bucketsOf = (policy: Resource): Lead[] => bucketsAt(policy, 'Bucket')

/** The buckets of the template that get the access logs of a bucket. */
export const logsTo = (bucket: Resource): Lead[] => bucketsAt(bucket, 'LoggingConfiguration.DestinationBucketName')

/** The buckets of the template that a value mentions. */
export function bucketsIn(template: Template, node: Node): Resource[] {
  const call = callOf(node)
  const uses = call ? template.references.within(call) : []
  return uses.map(({ name }) => template.resources.get(name)).filter((one): one is Resource => one?.type === 'AWS::S3::Bucket')
}

export const isWebsite = (bucket: Resource): boolean => present(bucket, 'WebsiteConfiguration').length > 0 || bucket.isOpen

/** The cases in which a setting of Block Public Access is on: where nothing is written, S3 switches all of them on. */
export const blocking = (bucket: Resource, flag: string): When[] => [
  ...bucket.absent('PublicAccessBlockConfiguration').map(({ when }) => when),
  ...bucket.known(`PublicAccessBlockConfiguration.${flag}`, boolean).flatMap(({ value, when }) => (value ? [when] : [])),
]

/** The cases in which it is off: where the others are written, what is left out is off. */
export const lifted = (bucket: Resource, flag: string): When[] =>
  bucket
    .items('PublicAccessBlockConfiguration')
    .flatMap((block) => [
      ...block.absent(flag).map(({ when }) => when),
      ...block.known(flag, boolean).flatMap(({ value, when }) => (value ? [] : [when])),
    ])

/** What gives everybody access in a policy: `*` as the principal of a statement without a condition. */
export const publicPrincipals = (policy: Resource): Form[] =>
  policiesIn(policy)
    .flatMap(({ statements }) => statements)
    .filter((statement) => statement.isAllow && statement.isUnconditional)
    .flatMap((statement) => statement.everybody())

/** The cases in which a bucket keeps no versions. */
export function unversioned(bucket: Resource): When[] {
  const isOff = (fact: Fact): boolean => fact.state === 'absent' || (fact.state === 'known' && string.read(fact.value) === 'Suspended')
  const isUnlocked = (fact: Fact): boolean => fact.state === 'absent' || (fact.state === 'known' && boolean.read(fact.value) === false)
  return bucket
    .facts('VersioningConfiguration.Status')
    .filter(isOff)
    .flatMap((off) =>
      bucket
        .facts('ObjectLockEnabled')
        .filter(isUnlocked)
        .map((fact) => both(off.when, fact.when)),
    )
    .filter(canHold)
}

/** A place in some of its cases. */
export function inCase({ place }: { readonly place: Place }, when: When): PartOf {
  if ('state' in place) return { node: place.node, when }
  return 'kind' in place ? { node: place, when } : { ...place, when }
}

/** Every test of a condition in a policy. */
export const conditionsIn = (policy: Resource): ConditionTest[] =>
  policiesIn(policy).flatMap(({ statements }) => statements.flatMap((statement) => statement.conditions()))

/** Whether another bucket of the template writes its access logs into this one. */
export const isLogTarget = (bucket: Resource): boolean =>
  bucket.template.resourcesOf('AWS::S3::Bucket').some((other) => logsTo(other).some(({ resource }) => resource === bucket))
