import {
  both,
  butNot,
  canHold,
  eventsOf,
  type FunctionUse,
  functionsIn,
  invocationOf,
  leadsAt,
  type Node,
  type Properties,
  type Resource,
  string,
  table,
  type When,
} from '#rule'

interface Place {
  /** What holds the reference to the function; nothing for the resource itself. */
  readonly within?: string
  readonly property: string
  readonly service: string
  /** The property that names the resource for which the service calls; the resource itself where it is not given. */
  readonly source?: string
  /** With it the service calls under a role and needs no permission. */
  readonly role?: string
}

const events = ['PreSignUp', 'PostConfirmation', 'PreAuthentication', 'PostAuthentication', 'CustomMessage', 'PreTokenGeneration']
const challenges = ['DefineAuthChallenge', 'CreateAuthChallenge', 'VerifyAuthChallengeResponse', 'UserMigration']

/** Where a resource names a function that a service is to call. */
const PLACES: Readonly<Record<string, readonly Place[]>> = table({
  'AWS::ApiGateway::Authorizer': [{ property: 'AuthorizerUri', service: 'apigateway', source: 'RestApiId', role: 'AuthorizerCredentials' }],
  'AWS::ApiGateway::Method': [{ within: 'Integration', property: 'Uri', service: 'apigateway', source: 'RestApiId', role: 'Credentials' }],
  'AWS::ApiGatewayV2::Authorizer': [
    { property: 'AuthorizerUri', service: 'apigateway', source: 'ApiId', role: 'AuthorizerCredentialsArn' },
  ],
  'AWS::ApiGatewayV2::Integration': [{ property: 'IntegrationUri', service: 'apigateway', source: 'ApiId', role: 'CredentialsArn' }],
  'AWS::Cognito::UserPool': [
    ...[...events, ...challenges].map((property) => ({ within: 'LambdaConfig', property, service: 'cognito-idp' })),
    ...['CustomEmailSender', 'CustomSMSSender', 'PreTokenGenerationConfig'].map((name) => {
      return { within: `LambdaConfig.${name}`, property: 'LambdaArn', service: 'cognito-idp' }
    }),
  ],
  'AWS::Config::ConfigRule': [{ within: 'Source', property: 'SourceIdentifier', service: 'config' }],
  'AWS::Events::Rule': [{ within: 'Targets', property: 'Arn', service: 'events', role: 'RoleArn' }],
  'AWS::Logs::SubscriptionFilter': [{ property: 'DestinationArn', service: 'logs', source: 'LogGroupName', role: 'RoleArn' }],
  'AWS::S3::Bucket': [{ within: 'NotificationConfiguration.LambdaConfigurations', property: 'Function', service: 's3' }],
  'AWS::SNS::Subscription': [{ property: 'Endpoint', service: 'sns', source: 'TopicArn' }],
  'AWS::SNS::Topic': [{ within: 'Subscription', property: 'Endpoint', service: 'sns' }],
  'AWS::SecretsManager::RotationSchedule': [{ property: 'RotationLambdaARN', service: 'secretsmanager', source: 'SecretId' }],
})

/** A function that a service is told to call and may not. */
export interface Refusal {
  readonly use: FunctionUse
  readonly service: string
  readonly when: When
}

/** The functions that a resource tells its service to call, and that certainly nothing lets it call. */
export function* refusalsIn(resource: Resource): Generator<Refusal> {
  for (const { within, property, source, role, ...place } of PLACES[resource.type] ?? []) {
    const service = `${place.service}.amazonaws.com`
    for (const holder of within ? resource.items(within) : [resource]) {
      // Other protocols deliver to what only looks like a function.
      const protocol = resource.type.startsWith('AWS::SNS::') ? holder.possible('Protocol', string) : []
      if (protocol.some((fact) => fact.state !== 'known' || fact.value !== 'lambda')) continue
      // The role of a rule of EventBridge stands at the target or at the rule.
      if (role && [holder, ...(resource.type === 'AWS::Events::Rule' ? [resource] : [])].some((at) => hasRole(at, role))) continue
      for (const use of functionsIn(resource.template, holder as Properties, property)) {
        const { answer, when } = invocationOf(use, service, source ? sourceOf(resource, source) : resource)
        if (answer === 'no') yield { use, service, when }
      }
    }
  }
}

const hasRole = (of: Properties, role: string): boolean => of.facts(role).some(({ state }) => state !== 'absent')

/** The services that call asynchronously, so that failures are Lambda's to handle, by the types that tell them to. */
const ASYNCHRONOUS = ['AWS::Events::Rule', 'AWS::S3::Bucket', 'AWS::SNS::Subscription', 'AWS::SNS::Topic']
const ASYNCHRONOUS_EVENTS = ['CloudWatchEvent', 'EventBridgeRule', 'S3', 'Schedule', 'ScheduleV2', 'SNS']

/** What calls a function asynchronously: resources of other services, and events of SAM. */
export function asynchronousCallsOf(fn: Resource): { node: Node; when: When }[] {
  const found = eventsOf(fn, ...ASYNCHRONOUS_EVENTS).map(({ key }) => ({ node: key as Node, when: fn.when }))
  for (const resource of fn.template.resourcesOf(...ASYNCHRONOUS)) {
    for (const { within, property } of PLACES[resource.type] ?? []) {
      for (const holder of within ? resource.items(within) : [resource]) {
        for (const use of functionsIn(fn.template, holder as Properties, property)) if (use.function === fn) found.push(use)
      }
    }
  }
  return found
}

/** The resource of the template that a property names, if that is certain. */
function sourceOf(resource: Resource, property: string): Resource | undefined {
  const leads = leadsAt(resource.template, resource, property)
  const [lead, ...others] = leads
  if (!lead || others.length > 0) return undefined
  const isAlways = !canHold(butNot(both(resource.when, lead.resource.when), lead.when))
  return isAlways ? lead.resource : undefined
}

/** What a function is called in a message. */
export const nameIn = ({ function: fn, qualifier }: FunctionUse): string =>
  qualifier === undefined || /[\uE000-\uE004]/.test(qualifier) ? fn.id : `${fn.id}:${qualifier}`
