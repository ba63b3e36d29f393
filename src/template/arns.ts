import type { Node } from '../source/tree.ts'
import { table } from '../table.ts'
import { isPlaceholder, OPAQUE } from '../text.ts'
import { boolean, both, canHold, type Place, type Properties, type When } from '../values.ts'
import { formsOf, isPartial } from './forms.ts'
import { leadsOf } from './leads.ts'
import { deployedType } from './sam-generated.ts'
import { nodesAt } from './targets.ts'
import type { Resource, Template } from './template.ts'

/** The parts of an ARN; `resource` is all behind the fifth colon. */
export interface Arn {
  readonly partition: string
  readonly service: string
  readonly region: string
  readonly account: string
  readonly resource: string
}

/** Reads an ARN, whose parts may hold wildcards and unknown parts. undefined when it is none, or when an unknown part may hold colons. */
export function arnOf(text: string): Arn | undefined {
  const parts = text.split(':')
  const [prefix, partition, service, region, account] = parts
  if (prefix !== 'arn' || parts.length < 6) return undefined
  if (parts.slice(0, 5).some((part) => part.includes(OPAQUE))) return undefined
  return {
    partition: partition as string,
    service: service as string,
    region: region as string,
    account: account as string,
    resource: parts.slice(5).join(':'),
  }
}

/** What a property that takes an ARN says in one case. */
export class ArnUse {
  constructor(
    /** The resource of the template that it certainly leads to. */
    readonly resource: Resource | undefined,
    /** What is read of the resource; undefined for what `Ref` gives. */
    readonly attribute: string | undefined,
    /** As far as it is known, where it leads to no resource: unknown parts are `OPAQUE`, or `WORD` where they hold neither `:` nor `/`. */
    readonly text: string,
    /** What has to be edited to mean something else. */
    readonly place: Place,
    readonly when: When,
    /** The mapping that holds the property. */
    readonly holder: Properties,
  ) {}

  /** What is to be edited, where it is to be reported under a condition of its own. */
  get node(): Node {
    return 'kind' in this.place ? this.place : this.place.node
  }

  /** The parts of the ARN, where it is written as one. */
  get arn(): Arn | undefined {
    return arnOf(this.text)
  }

  /** The service as ARNs name it (`sqs`, `states`); undefined where that is not known. */
  get service(): string | undefined {
    return this.resource ? serviceOfType(this.resource.type) : serviceIn(this.text)
  }

  /** The type of the resource that it leads to, as it is deployed; empty for none. */
  get type(): string {
    return this.resource ? deployedType(this.resource.type) : ''
  }

  /** Whether it is a FIFO queue or topic, case by case; nothing where that is not known. */
  get fifo(): { isFifo: boolean; when: When }[] {
    if (this.resource) return fifoOf(this.resource, this.when)
    const isFifo = /^(sqs|sns)$/.test(this.service ?? '') ? fifoIn(this.text) : undefined
    return isFifo === undefined ? [] : [{ isFifo, when: this.when }]
  }
}

const FIFO_PROPERTIES: Readonly<Record<string, string>> = table({ 'AWS::SQS::Queue': 'FifoQueue', 'AWS::SNS::Topic': 'FifoTopic' })

/** Whether a queue or topic of the template is a FIFO one, case by case; nothing where that is not known. */
export function fifoOf(resource: Resource, under: When): { isFifo: boolean; when: When }[] {
  const property = FIFO_PROPERTIES[resource.type]
  if (!property) return []
  return resource.facts(property).flatMap((fact) => {
    const value = fact.state === 'known' ? boolean.read(fact.value) : fact.state === 'absent' ? false : undefined
    const when = both(under, fact.when)
    return value === undefined || !canHold(when) ? [] : [{ isFifo: value, when }]
  })
}

/** Whether a text, known in part or spelled, names a FIFO queue or topic; undefined where its end is not known. */
export function fifoIn(text: string): boolean | undefined {
  if (text.endsWith('.fifo')) return true
  return /[\uE000-\uE003]/.test(text.slice(-'.fifo'.length)) ? undefined : false
}

/** How ARNs name the service of a type, where that is not the lower-cased namespace. */
const SERVICES: Readonly<Record<string, string>> = table({
  ElasticLoadBalancingV2: 'elasticloadbalancing',
  KinesisFirehose: 'firehose',
  OpenSearchService: 'es',
  StepFunctions: 'states',
})

/** Custom resources, modules, nested stacks and parameters of Systems Manager can give any ARN. */
const GIVES_ANY = /^(?!AWS::)|^AWS::(CloudFormation::|Serverless::Application$|SSM::Parameter$)|::MODULE$/

/** The service of a type as ARNs name it; undefined for what can give any ARN. */
export function serviceOfType(type: string): string | undefined {
  if (GIVES_ANY.test(type)) return undefined
  const namespace = deployedType(type).split('::')[1] as string
  return SERVICES[namespace] ?? namespace.toLowerCase()
}

/** The service that an ARN, known in part or spelled, is of; undefined where that is not known. */
export const serviceIn = (text: string): string | undefined => /^arn:[^:\uE000]*:([a-z0-9-]+):/.exec(text)?.[1]

/** Every case of a property that takes an ARN. @param path as for `nodesAt` */
export function arnsAt(template: Template, of: Properties, path: string): ArnUse[] {
  return nodesAt(of, path).flatMap(({ node, when, holder }) => {
    const uses = leadsOf(template, node, when).map(
      (lead) => new ArnUse(lead.resource, lead.attribute, '', { node: lead.node, when: lead.when }, lead.when, holder),
    )
    for (const { text, place, when: under, item } of formsOf(template, node, when)) {
      if (leadsOf(template, item, under).length === 0) uses.push(new ArnUse(undefined, undefined, text, place, under, holder))
    }
    return uses
  })
}

/** Whether a text is known and no ARN. */
export const isArnless = (text: string): boolean => text !== '' && !isPartial(text) && !text.startsWith('arn:') && !isPlaceholder(text)
