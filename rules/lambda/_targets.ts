import {
  boolean,
  isSpelledOut,
  type Lead,
  leadsOf,
  type Node,
  nodesAt,
  type Resource,
  spellingsOf,
  type Template,
  table,
  type When,
} from '#rule'

/** What an ARN leads to, in one case. */
export interface Target {
  /** `sqs`, `sns`, `lambda`, …; empty where it is not known. */
  readonly service: string
  readonly lead: Lead | undefined
  readonly text: string
  readonly node: Node
  readonly when: When
}

/** The cases of a property that takes an ARN. */
export const targetsAt = (of: Resource, path: string): Target[] =>
  nodesAt(of, path).flatMap(({ node, when }) => targetsOf(of.template, node, when))

export function targetsOf(template: Template, node: Node, when: When): Target[] {
  return spellingsOf(template, node, when).map((one) => {
    const [lead] = leadsOf(template, one.node, one.when)
    const service = lead ? serviceOf(lead.resource.type) : (/^arn:[^:]*:([a-z0-9-]+):/.exec(one.text)?.[1] ?? '')
    const place = lead?.node ?? (one.node.kind === 'scalar' ? one.node : textIn(one.node))
    return { service, lead, text: one.text, node: place, when: lead?.when ?? one.when }
  })
}

/** The second part of a type, as ARNs call it. Custom resources, stacks and parameters can give any ARN. */
function serviceOf(type: string): string {
  const [, service = '', kind] = /^AWS::(\w+)::(\w+)$/.exec(type) ?? []
  if (['CloudFormation', 'SSM'].includes(service)) return ''
  if (service === 'Serverless') return kind === 'Function' ? 'lambda' : kind === 'Application' ? '' : 'serverless'
  return service.toLowerCase()
}

/** The text of a function that is to be edited. */
function textIn(node: Node): Node {
  const argument = node.kind === 'mapping' ? node.entries[0]?.value : undefined
  const first = argument?.kind === 'sequence' ? argument.items[0] : argument
  return first?.kind === 'scalar' ? first : node
}

const FIFO: Readonly<Record<string, string>> = table({ 'AWS::SNS::Topic': 'FifoTopic', 'AWS::SQS::Queue': 'FifoQueue' })

/** Whether it is a FIFO queue or topic for certain, and when. */
export function fifoCases({ lead, text, when }: Target): When[] {
  if (!lead) return isSpelledOut(text.slice(-5)) && text.endsWith('.fifo') ? [when] : []
  const name = FIFO[lead.resource.type]
  const flags = name ? lead.resource.under(when).known(name, boolean) : []
  return flags.filter(({ value }) => value).map((flag) => flag.when)
}
