import { entryOf } from '../source/tree.ts'
import type { Properties } from '../values.ts'
import { eventsOf } from './sam-events.ts'
import type { Resource, Template } from './template.ts'

/** Event sources of a function that become an event source mapping. */
const POLLED = new Set(['Kinesis', 'DynamoDB', 'SQS', 'MSK', 'MQ', 'SelfManagedKafka', 'DocumentDB'])

/** What `<id>.<name>` can stand for on each type (`Fn.Alias`). */
const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  'AWS::Serverless::Function': ['Alias', 'Version', 'DestinationTopic', 'DestinationQueue'],
  'AWS::Serverless::Api': ['Stage', 'Deployment', 'DomainName', 'DomainNameV2', 'UsagePlan', 'UsagePlanKey', 'ApiKey'],
  'AWS::Serverless::HttpApi': ['Stage', 'DomainName'],
  'AWS::Serverless::WebSocketApi': ['Stage', 'DomainName'],
}

/**
 * Which logical IDs the SAM transform adds, told without running it. Where a name depends on what only the transform
 * knows (a hash, a parameter) every name of its form counts as generated.
 */
export class SamGenerated {
  readonly #exact = new Set<string>()
  readonly #patterns: RegExp[] = []
  readonly #template: Template

  constructor(template: Template) {
    this.#template = template
    for (const resource of template.resources.values()) {
      this.#connectors(resource)
      if (resource.type.startsWith('AWS::Serverless::')) this.#resource(resource)
    }
    for (const api of template.implicitApis.values()) {
      this.#add(api.id)
      this.#resource(api)
    }
  }

  /** Whether the transform makes, or may make, a resource of that logical ID. */
  has(id: string): boolean {
    return this.#exact.has(id) || this.#patterns.some((pattern) => pattern.test(id))
  }

  /** Whether `id.property` is one of SAM's own references; it need not be generated for sure. */
  hasProperty(id: string, property: string): boolean {
    const type =
      this.#template.resources.get(id)?.type ?? (id === 'ServerlessRestApi' ? 'AWS::Serverless::Api' : 'AWS::Serverless::HttpApi')
    return (PROPERTIES[type] ?? []).includes(property.split('.')[0] as string)
  }

  #add(...ids: string[]): void {
    for (const id of ids) this.#exact.add(id)
  }

  #pattern(prefix: string, tail: string): void {
    this.#patterns.push(new RegExp(`^${prefix.replace(/[^\w]/g, '\\$&')}${tail}$`))
  }

  #connectors({ id, body }: Resource): void {
    const connectors = entryOf(body, 'Connectors')?.value
    if (connectors?.kind === 'mapping')
      for (const { key } of connectors.entries) this.#pattern(id + key.text, '.*Polic(y|ies).*|.*Permission.*')
  }

  #resource(resource: Resource): void {
    const { id, type } = resource
    const has = (path: string): boolean => resource.facts(path).some((fact) => fact.state !== 'absent')
    const lacks = (path: string): boolean => resource.facts(path).some((fact) => fact.state === 'absent')
    switch (type) {
      case 'AWS::Serverless::Function':
        if (lacks('Role')) this.#add(`${id}Role`)
        if (has('AutoPublishAlias')) this.#pattern(id, '(Version[0-9A-Za-z]+|Alias[0-9A-Za-z]+)')
        if (has('FunctionUrlConfig')) this.#add(`${id}Url`, `${id}UrlPublicPermissions`, `${id}URLInvokeAllowPublicAccess`)
        if (has('EventInvokeConfig')) this.#pattern(id, 'EventInvokeConfig(On(Success|Failure)(Queue|Topic))?')
        if (has('DeploymentPreference')) this.#deployment(id)
        this.#functionEvents(resource)
        break
      case 'AWS::Serverless::StateMachine':
        if (lacks('Role')) this.#add(`${id}Role`)
        if (has('AutoPublishAlias')) this.#pattern(id, '(Version|Alias.+)')
        for (const { key, properties } of eventsOf(resource)) this.#event(id + key.text, ['', 'Role', 'Queue', 'QueuePolicy'], properties)
        break
      case 'AWS::Serverless::Api':
        this.#pattern(id, '(Deployment[0-9a-f]*|.*Stage[0-9a-f]*|.+AuthorizerPermission|.*BasePathMapping)')
        if (has('Auth'))
          for (const prefix of [id, 'Serverless']) this.#add(`${prefix}UsagePlan`, `${prefix}ApiKey`, `${prefix}UsagePlanKey`)
        if (has('Domain')) this.#domain()
        break
      case 'AWS::Serverless::HttpApi':
        this.#pattern(id, '(.*Stage[0-9a-f]*|.+AuthorizerPermission|.*ApiMapping)')
        if (has('Domain')) this.#domain()
        break
      case 'AWS::Serverless::WebSocketApi':
        this.#pattern(id, '(.*Stage|.+(Route|Integration|Permission)|ConnectAuthorizer|.*ApiMapping)')
        if (has('Domain')) this.#domain()
        break
      case 'AWS::Serverless::LayerVersion':
        this.#pattern(id, '[0-9a-f]{10}')
        break
      case 'AWS::Serverless::CapacityProvider':
        if (lacks('OperatorRole')) this.#add(`${id}OperatorRole`)
        break
      case 'AWS::Serverless::Connector':
        this.#pattern(id, '.*(Policy|Permission).*')
        break
      case 'AWS::Serverless::GraphQLApi':
        this.#pattern(id, '.+')
        break
    }
  }

  #deployment(id: string): void {
    this.#add(`${id}DeploymentGroup`, 'ServerlessDeploymentApplication', 'CodeDeployServiceRole')
  }

  #domain(): void {
    this.#patterns.push(/^(ApiGatewayDomainName(V2)?|RecordSetGroup|DomainNameAccessAssociation)[0-9a-f]*$/)
  }

  #functionEvents(resource: Resource): void {
    const { id } = resource
    for (const { key, type: typeNode, properties } of eventsOf(resource)) {
      const event = id + key.text
      const type = typeNode?.text
      if (type === undefined) this.#pattern(event, '(Permission.*|EventSourceMapping|Queue|QueuePolicy|Role)?')
      else if (POLLED.has(type)) this.#add(event)
      else if (type === 'Api' || type === 'HttpApi') this.#pattern(event, 'Permission.*')
      else if (type === 'Cognito') this.#pattern(id, '(Alias.+)?CognitoPermission')
      else this.#event(event, ['', 'Permission', 'EventSourceMapping', 'Queue', 'QueuePolicy', 'Role'], properties)
    }
  }

  #event(prefix: string, suffixes: readonly string[], properties: Properties): void {
    this.#add(...suffixes.map((suffix) => prefix + suffix))
    for (const path of ['DeadLetterConfig.QueueLogicalId', 'SqsSubscription.QueuePolicyLogicalId']) {
      for (const fact of properties.facts(path)) if (fact.state === 'known' && fact.value.kind === 'scalar') this.#add(fact.value.text)
    }
  }
}
