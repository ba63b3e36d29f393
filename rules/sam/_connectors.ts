import { at, callOf, childOf, deployedType, type Mapping, type Node, type Resource, type Template, tables } from '#rule'

/** One end of a connector: a resource of the template, or what describes one of elsewhere. */
export interface End {
  readonly name: 'Source' | 'Destination'
  /** Where it is written; for the source of an embedded connector the resource itself. */
  readonly node: Node
  /** Whether the connector stands within it. */
  readonly isAround?: true
  /** undefined where it is described by Type and its parts, or not literal. */
  readonly id: string | undefined
  /** The CloudFormation type; undefined where it is not known. */
  readonly type: string | undefined
}

export interface Connection {
  readonly properties: Mapping
  readonly source: End | undefined
  readonly destinations: readonly End[]
}

/** What a pair of types can be connected with, and what SAM makes for it. */
interface Profile {
  readonly permissions: readonly string[]
  /** The only combinations, where not every one is possible. */
  readonly combinations?: readonly string[]
  /** A policy of a role of that end, or of the other resource. */
  readonly makes: 'policy of the source' | 'policy of the destination' | 'permission' | 'topic policy' | 'queue policy'
}

const LAMBDA = 'AWS::Lambda::Function'
const TABLE = 'AWS::DynamoDB::Table'
const QUEUE = 'AWS::SQS::Queue'
const TOPIC = 'AWS::SNS::Topic'
const BUCKET = 'AWS::S3::Bucket'
const BUS = 'AWS::Events::EventBus'
const RULE = 'AWS::Events::Rule'
const MACHINE = 'AWS::StepFunctions::StateMachine'
const DATA_SOURCE = 'AWS::AppSync::DataSource'

const READ: Profile = { permissions: ['Read'], makes: 'policy of the source' }
const WRITE: Profile = { permissions: ['Write'], makes: 'policy of the source' }
const BOTH: Profile = { permissions: ['Read', 'Write'], makes: 'policy of the source' }
const INVOKE: Profile = { permissions: ['Write'], makes: 'permission' }

/** The connectors that there are, by source and destination. */
export const PROFILES: Readonly<Record<string, Readonly<Record<string, Profile>>>> = tables<Profile>({
  [TABLE]: { [LAMBDA]: { permissions: ['Read'], makes: 'policy of the destination' } },
  [RULE]: {
    [TOPIC]: { permissions: ['Write'], makes: 'topic policy' },
    [BUS]: WRITE,
    [MACHINE]: WRITE,
    [LAMBDA]: INVOKE,
    [QUEUE]: { permissions: ['Write'], makes: 'queue policy' },
  },
  [LAMBDA]: {
    [LAMBDA]: WRITE,
    [BUCKET]: BOTH,
    [TABLE]: BOTH,
    [QUEUE]: BOTH,
    [TOPIC]: WRITE,
    [MACHINE]: BOTH,
    [BUS]: WRITE,
    'AWS::Location::PlaceIndex': READ,
  },
  'AWS::ApiGatewayV2::Api': { [LAMBDA]: INVOKE },
  'AWS::ApiGateway::RestApi': { [LAMBDA]: INVOKE },
  [TOPIC]: { [QUEUE]: { permissions: ['Write'], makes: 'queue policy' }, [LAMBDA]: INVOKE },
  [QUEUE]: { [LAMBDA]: { permissions: ['Read', 'Write'], combinations: ['Read and Write'], makes: 'policy of the destination' } },
  [BUCKET]: { [LAMBDA]: INVOKE },
  [MACHINE]: {
    [LAMBDA]: WRITE,
    [TOPIC]: WRITE,
    [QUEUE]: WRITE,
    [BUCKET]: BOTH,
    [TABLE]: BOTH,
    [MACHINE]: { ...BOTH, combinations: ['Read', 'Read and Write'] },
    [BUS]: WRITE,
  },
  [DATA_SOURCE]: { [TABLE]: BOTH, [LAMBDA]: WRITE, [BUS]: WRITE },
  'AWS::AppSync::GraphQLApi': { [LAMBDA]: INVOKE },
})

/** The connectors of a template, those that stand in their source included. */
export function* connectionsOf(template: Template): Generator<Connection> {
  if (template.kind !== 'sam') return
  for (const resource of template.resources.values()) {
    if (resource.type === 'AWS::Serverless::Connector') {
      const source = childOf(resource.node, 'Source')
      yield { properties: resource.node, source: source && endOf(template, 'Source', source), destinations: destinations(resource.node) }
    }
    for (const { properties } of embeddedIn(resource)) {
      if (properties?.kind !== 'mapping' || callOf(properties)) continue
      const type = deployedType(resource.type) || undefined
      const source: End = { name: 'Source', node: resource.body, id: resource.id, type, isAround: true }
      yield { properties, source, destinations: destinations(properties) }
    }
  }

  function destinations(properties: Mapping): End[] {
    const written = childOf(properties, 'Destination')
    const ends = written?.kind === 'sequence' ? written.items : written ? [written] : []
    return ends.map((end) => endOf(template, 'Destination', end))
  }
}

/** The connectors that stand in their source. */
export function embeddedIn(resource: Resource): { readonly name: Node; readonly value: Node; readonly properties: Node | undefined }[] {
  const connectors = resource.attribute('Connectors')?.value
  if (connectors?.kind !== 'mapping' || callOf(connectors)) return []
  return connectors.entries
    .filter(({ key }) => !key.text.startsWith('Fn::'))
    .map(({ key, value }) => ({ name: key, value, properties: at(value, 'Properties') }))
}

function endOf(template: Template, name: End['name'], node: Node): End {
  const text = (key: string): string | undefined => {
    const value = callOf(node) ? undefined : childOf(node, key)
    return value?.kind === 'scalar' && typeof value.value === 'string' ? value.text : undefined
  }
  const id = text('Id')
  const type = id === undefined ? text('Type') : (template.resources.get(id)?.type ?? template.names.sam.of(id)?.type)
  return { name, node, id, type: type ? deployedType(type) : undefined }
}
