import { callOf, childOf, defineRule, type Node, table } from '#rule'
import { connectionsOf, type End, PROFILES } from './_connectors.ts'

/** The property that holds the role of a type to which policies can be attached. */
const ROLES: Readonly<Record<string, string>> = table({
  'AWS::Lambda::Function': 'Role',
  'AWS::StepFunctions::StateMachine': 'RoleArn',
  'AWS::Serverless::Function': 'Role',
  'AWS::Serverless::StateMachine': 'Role',
  'AWS::AppSync::DataSource': 'ServiceRoleArn',
})

/** What SAM writes of a source and of a destination, where that is more or other than the ARN. */
const SOURCE_PARTS: Readonly<Record<string, readonly string[]>> = table({
  'AWS::ApiGateway::RestApi': ['ResourceId', 'Qualifier'],
  'AWS::ApiGatewayV2::Api': ['ResourceId', 'Qualifier'],
  'AWS::AppSync::GraphQLApi': ['ResourceId'],
})
const TARGET_PARTS: Readonly<Record<string, readonly string[]>> = table({
  'AWS::SQS::Queue': ['Arn', 'QueueUrl'],
  'AWS::StepFunctions::StateMachine': ['Arn', 'Name'],
})

export default defineRule({
  id: 'sam/incomplete-connector-end',
  title: 'Connector does not know enough of a resource',
  severity: 'error',
  on: ['template'],
  why: 'SAM writes a policy of what it knows of both resources; the transform fails where a part is missing.',
  fix: 'Name a resource of the template by Id alone, or give Type with the parts that the message names.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/reference-sam-connector.html',
      fact: 'Lists which properties each source and destination needs where it has no Id.',
    },
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-connector-resourcereference.html',
      fact: 'Id cannot stand beside the other properties, except Qualifier.',
    },
  ],
  messages: {
    part: '{end} is described by its Type, and for this connector it needs {part} as well.',
    both: '{part} cannot stand beside Id; SAM takes it from the resource.',
    type: '{end} has no Type; give the CloudFormation type of the resource beside its other properties.',
    role: '{id} has a role that is not of this template, so SAM has none to attach a policy to; give {property} as GetAtt of a role.',
  },
  check(template, { report }) {
    for (const { source, destinations } of connectionsOf(template)) {
      for (const end of [source, ...destinations]) if (end && !end.isAround) judge(end)
      for (const destination of destinations) {
        const profile = PROFILES[source?.type ?? '']?.[destination.type ?? '']
        if (!source || !profile) continue
        const isOfSource = profile.makes === 'policy of the source'
        const isPolicy = isOfSource || profile.makes === 'policy of the destination'
        const owner = isOfSource ? source : destination
        if (isPolicy) role(owner, destination.node)
        const needed: [End, readonly string[]][] = [
          [source, isOfSource ? ['RoleName'] : (SOURCE_PARTS[source.type ?? ''] ?? ['Arn'])],
          [destination, profile.makes === 'policy of the destination' ? ['RoleName'] : (TARGET_PARTS[destination.type ?? ''] ?? ['Arn'])],
        ]
        for (const [end, parts] of needed) {
          if (end.id !== undefined || childOf(end.node, 'Id')) continue
          for (const part of parts) if (!childOf(end.node, part)) report(end.node, 'part', { end: end.name, part })
        }
      }
    }

    function judge(end: End): void {
      if (end.node.kind !== 'mapping' || callOf(end.node)) return
      const id = childOf(end.node, 'Id')
      const others = end.node.entries.filter(({ key }) => !['Id', 'Qualifier'].includes(key.text))
      if (id) for (const { key, value } of others) report({ node: value, span: key.span }, 'both', { part: key.text })
      else if (others.length > 0 && !childOf(end.node, 'Type')) report(end.node, 'type', { end: end.name })
    }

    function role({ id }: End, place: Node): void {
      const resource = template.resources.get(id ?? '')
      const property = ROLES[resource?.type ?? '']
      const written = property && resource ? childOf(resource.node, property) : undefined
      const call = callOf(written)
      if (!written || !resource || !property) return
      // Ref and GetAtt name a role; of any other function none can be told.
      if (
        call ? !['Ref', 'Fn::GetAtt', 'Fn::If', 'Fn::Transform'].includes(call.name) : written.kind === 'scalar' && written.value !== null
      )
        report({ node: written, related: [{ node: place, message: 'the connector' }] }, 'role', { id: resource.id, property })
    }
  },
})
