import { at, childOf, type Mapping, type Node } from '../source/tree.ts'
import { table } from '../table.ts'
import type { Properties } from '../values.ts'
import { callOf } from './intrinsics.ts'
import { apiOf, eventsOf, idIn, type SamEvent } from './sam-events.ts'
import type { Resource, Template } from './template.ts'

/** A resource that the transform adds, or may add where conditions or unknown values decide. */
export interface Generated {
  /** Its type; empty where that depends on what only the transform knows. */
  readonly type: string
  /** The resource of the template for which it is made. */
  readonly owner: Resource
  /** The event of the owner for which it is made. */
  readonly event?: SamEvent
  /** The conditions under which it is made do not matter: it is always made. */
  readonly isCertain: boolean
}

/** What each type becomes. */
const BECOMES: Readonly<Record<string, string>> = table({
  'AWS::Serverless::Api': 'AWS::ApiGateway::RestApi',
  'AWS::Serverless::Application': 'AWS::CloudFormation::Stack',
  'AWS::Serverless::CapacityProvider': 'AWS::Lambda::CapacityProvider',
  'AWS::Serverless::Function': 'AWS::Lambda::Function',
  'AWS::Serverless::GraphQLApi': 'AWS::AppSync::GraphQLApi',
  'AWS::Serverless::HttpApi': 'AWS::ApiGatewayV2::Api',
  'AWS::Serverless::LayerVersion': 'AWS::Lambda::LayerVersion',
  'AWS::Serverless::SimpleTable': 'AWS::DynamoDB::Table',
  'AWS::Serverless::StateMachine': 'AWS::StepFunctions::StateMachine',
  'AWS::Serverless::WebSocketApi': 'AWS::ApiGatewayV2::Api',
})

/** The CloudFormation type that a resource has once it is transformed. */
export const deployedType = (type: string): string => BECOMES[type] ?? type

/** Whether a template has connectors, for which SAM writes policies and permissions. */
export const hasConnectors = (template: Template): boolean =>
  template.kind === 'sam' &&
  [...template.resources.values()].some((resource) => resource.type === 'AWS::Serverless::Connector' || resource.attribute('Connectors'))

/** Event sources that become an event source mapping. */
const POLLED = ['Kinesis', 'DynamoDB', 'SQS', 'MSK', 'MQ', 'SelfManagedKafka', 'DocumentDB']

const PERMISSION = 'AWS::Lambda::Permission'
const ROLE = 'AWS::IAM::Role'
const QUEUE = 'AWS::SQS::Queue'
const HASH = '[0-9a-f]{10}'

/**
 * Which resources the SAM transform adds, told without running it. Where a name holds a hash or a value that only the
 * deployment knows, every name of its form counts.
 */
export class SamGenerated {
  readonly #exact = new Map<string, Generated>()
  readonly #forms: { readonly form: RegExp; readonly made: Generated }[] = []
  /** `Fn.Alias` and the like, with the type that they stand for. */
  readonly #properties = new Map<string, string>()

  constructor(template: Template) {
    for (const resource of template.resources.values()) {
      for (const connector of entriesOf(childOf(resource.body, 'Connectors'))) {
        this.#connector(new Maker(this, resource), resource.id + connector.key.text)
      }
      if (resource.type.startsWith('AWS::Serverless::')) this.#resource(resource)
    }
    for (const [id, api] of template.implicitApis) {
      new Maker(this, api).absolute(id, deployedType(api.type))
      this.#resource(api)
    }
  }

  /** The resource of that logical ID that the transform makes, or may make. */
  of(id: string): Generated | undefined {
    return this.#exact.get(id) ?? this.#forms.find(({ form }) => form.test(id))?.made
  }

  has(id: string): boolean {
    return this.of(id) !== undefined
  }

  /** The type that `id.property` (`Fn.Alias`) stands for, where SAM makes such a resource; more dots belong to an attribute. */
  property(id: string, property: string): string | undefined {
    return this.#properties.get(`${id}.${property.split('.')[0]}`)
  }

  hasProperty(id: string, property: string): boolean {
    return this.property(id, property) !== undefined
  }

  /** Every resource whose logical ID is known, in the order of the resources that they are made for. */
  get all(): ReadonlyMap<string, Generated> {
    return this.#exact
  }

  /** @internal */
  add(id: string, made: Generated): void {
    const other = this.#exact.get(id)
    if (!other || (made.isCertain && !other.isCertain)) this.#exact.set(id, made)
  }

  /** @internal */
  form(form: RegExp, made: Generated): void {
    this.#forms.push({ form, made })
  }

  /** @internal */
  name(reference: string, type: string): void {
    this.#properties.set(reference, type)
  }

  #resource(resource: Resource): void {
    const make = new Maker(this, resource)
    switch (resource.type) {
      case 'AWS::Serverless::Function':
        this.#function(make, resource)
        break
      case 'AWS::Serverless::StateMachine':
        this.#stateMachine(make, resource)
        break
      case 'AWS::Serverless::Api':
        this.#api(make, resource)
        break
      case 'AWS::Serverless::HttpApi':
        this.#stage(make, resource, 'AWS::ApiGatewayV2::Stage', 'ApiGatewayDefaultStage', '$default')
        this.#authorizers(make, resource, (authorizer) => {
          const enabled = childOf(authorizer, 'EnableFunctionDefaultPermissions')
          return enabled !== undefined && textOf(enabled) !== 'false'
        })
        this.#domainV2(make, resource)
        break
      case 'AWS::Serverless::WebSocketApi':
        this.#webSocketApi(make, resource)
        break
      case 'AWS::Serverless::LayerVersion':
        make.form('', HASH, 'AWS::Lambda::LayerVersion')
        break
      case 'AWS::Serverless::CapacityProvider':
        if (make.lacks('OperatorRole')) make.add('OperatorRole', ROLE, make.neverHas('OperatorRole'))
        break
      case 'AWS::Serverless::Connector':
        this.#connector(make, resource.id)
        break
      case 'AWS::Serverless::GraphQLApi':
        this.#graphQLApi(make, resource)
        break
    }
  }

  #function(make: Maker, resource: Resource): void {
    if (make.lacks('Role')) make.add('Role', ROLE, make.neverHas('Role'))
    if (make.has('AutoPublishAlias')) {
      make.form('Version', '[0-9A-Za-z]{1,10}', 'AWS::Lambda::Version', 'Version')
      make.named('Alias', 'AutoPublishAlias', 'AWS::Lambda::Alias', 'Alias', (alias) => alias.replace(/-/g, 'D').replace(/_/g, 'U'))
    }
    if (make.has('FunctionUrlConfig')) {
      make.add('Url', 'AWS::Lambda::Url')
      if (make.canBe('FunctionUrlConfig.AuthType', 'NONE')) {
        for (const suffix of ['UrlPublicPermissions', 'URLInvokeAllowPublicAccess']) make.add(suffix, PERMISSION, false)
      }
    }
    if (make.has('EventInvokeConfig')) {
      make.add('EventInvokeConfig', 'AWS::Lambda::EventInvokeConfig')
      for (const name of ['OnSuccess', 'OnFailure']) {
        const config = `EventInvokeConfig.DestinationConfig.${name}`
        if (!make.has(config) || !make.lacks(`${config}.Destination`)) continue
        if (make.canBe(`${config}.Type`, 'SQS')) make.add(`EventInvokeConfig${name}Queue`, QUEUE, false, 'DestinationQueue')
        if (make.canBe(`${config}.Type`, 'SNS')) make.add(`EventInvokeConfig${name}Topic`, 'AWS::SNS::Topic', false, 'DestinationTopic')
      }
    }
    if (
      make.has('DeploymentPreference') &&
      (make.lacks('DeploymentPreference.Enabled') || make.canBe('DeploymentPreference.Enabled', 'true'))
    ) {
      make.add('DeploymentGroup', 'AWS::CodeDeploy::DeploymentGroup', false)
      make.absolute('ServerlessDeploymentApplication', 'AWS::CodeDeploy::Application')
      if (make.lacks('DeploymentPreference.Role')) make.absolute('CodeDeployServiceRole', ROLE)
    }
    for (const event of eventsOf(resource)) this.#functionEvent(make.for(event), event)
  }

  #functionEvent(make: Maker, event: SamEvent): void {
    const type = event.type?.text
    if (type === undefined) return
    if (POLLED.includes(type)) make.add('', 'AWS::Lambda::EventSourceMapping')
    else if (type === 'S3' || type === 'AlexaSkill') make.add('Permission', PERMISSION)
    else if (type === 'SNS') this.#topicEvent(make)
    else if (type === 'Schedule' || type === 'CloudWatchEvent' || type === 'EventBridgeRule') {
      make.add('', 'AWS::Events::Rule')
      make.add('Permission', PERMISSION)
      this.#deadLetters(make, true)
    } else if (type === 'ScheduleV2') this.#schedule(make)
    else if (type === 'CloudWatchLogs' || type === 'IoTRule') {
      make.add('', type === 'IoTRule' ? 'AWS::IoT::TopicRule' : 'AWS::Logs::SubscriptionFilter')
      make.add('Permission', PERMISSION)
    } else if (type === 'Cognito') {
      make.absolute(`${event.resource.id}CognitoPermission`, PERMISSION)
      make.absoluteForm(`${event.resource.id}Alias[0-9A-Za-z]+CognitoPermission`, PERMISSION)
    } else if (type === 'HttpApi') make.add('Permission', PERMISSION, false)
    else if (type === 'Api') this.#apiEvent(make, event)
  }

  /** The name of the permission ends in the name of the stage, where that is known. */
  #apiEvent(make: Maker, event: SamEvent): void {
    const stage = at(apiOf(event)?.node, 'StageName')
    if (stage?.kind !== 'scalar') make.form('Permission', '[0-9A-Za-z]+', PERMISSION)
    else if (isPlain(stage.text)) make.add(`Permission${stage.text}`, PERMISSION)
    else make.form('Permission', HASH, PERMISSION)
  }

  #topicEvent(make: Maker): void {
    make.add('', 'AWS::SNS::Subscription')
    if (make.lacks('SqsSubscription') || make.isFalse('SqsSubscription'))
      make.add('Permission', PERMISSION, make.neverHas('SqsSubscription'))
    if (!make.has('SqsSubscription')) return
    make.add('EventSourceMapping', 'AWS::Lambda::EventSourceMapping', false)
    make.add('Queue', QUEUE, false, 'DestinationQueue')
    make.add('QueuePolicy', 'AWS::SQS::QueuePolicy', false)
    for (const id of make.texts('SqsSubscription.QueuePolicyLogicalId')) make.absolute(id, 'AWS::SQS::QueuePolicy')
  }

  #schedule(make: Maker): void {
    make.add('', 'AWS::Scheduler::Schedule')
    if (make.lacks('RoleArn')) make.add('Role', ROLE, make.neverHas('RoleArn'))
    this.#deadLetters(make, false)
  }

  #deadLetters(make: Maker, hasPolicy: boolean): void {
    if (!make.has('DeadLetterConfig') || !make.lacks('DeadLetterConfig.Arn')) return
    const names = make.texts('DeadLetterConfig.QueueLogicalId')
    for (const id of names) make.absolute(id, QUEUE, 'DestinationQueue')
    if (names.length === 0) make.add('Queue', QUEUE, false, 'DestinationQueue')
    if (hasPolicy) make.add('QueuePolicy', 'AWS::SQS::QueuePolicy', false)
  }

  #stateMachine(make: Maker, resource: Resource): void {
    if (make.lacks('Role')) make.add('Role', ROLE, make.neverHas('Role'))
    if (make.has('AutoPublishAlias')) {
      make.add('Version', 'AWS::StepFunctions::StateMachineVersion')
      make.named('Alias', 'AutoPublishAlias', 'AWS::StepFunctions::StateMachineAlias')
    }
    for (const event of eventsOf(resource)) {
      const own = make.for(event)
      const type = event.type?.text
      if (type === 'ScheduleV2') this.#schedule(own)
      else if (type === 'Api') own.add('Role', ROLE)
      else {
        own.add('', 'AWS::Events::Rule')
        if (type !== 'Schedule' || own.lacks('RoleArn')) own.add('Role', ROLE)
        this.#deadLetters(own, true)
      }
    }
  }

  #api(make: Maker, api: Resource): void {
    make.form('Deployment', `(${HASH})?`, 'AWS::ApiGateway::Deployment', 'Deployment')
    this.#stage(make, api, 'AWS::ApiGateway::Stage', 'Stage', undefined)
    this.#authorizers(make, api, (authorizer) => textOf(childOf(authorizer, 'DisableFunctionDefaultPermissions')) !== 'true')
    if (make.has('Auth.UsagePlan')) {
      const plans = make.texts('Auth.UsagePlan.CreateUsagePlan')
      for (const [name, type] of [
        ['UsagePlan', 'AWS::ApiGateway::UsagePlan'],
        ['ApiKey', 'AWS::ApiGateway::ApiKey'],
        ['UsagePlanKey', 'AWS::ApiGateway::UsagePlanKey'],
      ] as const) {
        if (plans.length === 0 || plans.includes('PER_API')) make.add(name, type, false, name)
        if (plans.length === 0 || plans.includes('SHARED')) make.absolute(`Serverless${name}`, type, name)
      }
    }
    if (!make.has('Domain')) return
    make.absoluteForm(`ApiGatewayDomainName${HASH}`, 'AWS::ApiGateway::DomainName', 'DomainName')
    make.absoluteForm(`ApiGatewayDomainNameV2${HASH}`, 'AWS::ApiGateway::DomainNameV2', 'DomainNameV2')
    make.absoluteForm(`DomainNameAccessAssociation${HASH}`, 'AWS::ApiGateway::DomainNameAccessAssociation')
    make.absoluteForm(`RecordSetGroup${HASH}`, 'AWS::Route53::RecordSetGroup')
    const isPrivate = make.texts('Domain.EndpointConfiguration').includes('PRIVATE')
    this.#mappings(make, api, 'BasePathMapping', `AWS::ApiGateway::BasePathMapping${isPrivate ? 'V2' : ''}`)
  }

  /** @param plain the name that has a stage of its own, and what it is called then */
  #stage(make: Maker, api: Resource, type: string, plain: string, plainName: string | undefined): void {
    const stage = at(api.node, 'StageName')
    if (!stage || (stage.kind === 'scalar' && (stage.value === null || stage.text === '' || stage.text === plainName))) {
      make.add(plain, type, true, 'Stage')
    } else if (stage.kind !== 'scalar') {
      make.add('Stage', type, false, 'Stage')
      make.form('', '[0-9A-Za-z]*Stage', type)
    } else if (isPlain(stage.text)) make.add(`${stage.text}Stage`, type, true, 'Stage')
    else make.form('Stage', HASH, type, 'Stage')
  }

  #authorizers(make: Maker, api: Resource, hasPermission: (authorizer: Node) => boolean): void {
    for (const { key, value } of entriesOf(at(api.node, 'Auth', 'Authorizers'))) {
      if (childOf(value, 'FunctionArn') && hasPermission(value)) make.add(`${key.text}AuthorizerPermission`, PERMISSION, false)
    }
  }

  #domainV2(make: Maker, api: Resource): void {
    if (!make.has('Domain')) return
    make.absoluteForm(`ApiGatewayDomainNameV2${HASH}`, 'AWS::ApiGatewayV2::DomainName', 'DomainName')
    make.absoluteForm(`RecordSetGroup${HASH}`, 'AWS::Route53::RecordSetGroup')
    this.#mappings(make, api, 'ApiMapping', 'AWS::ApiGatewayV2::ApiMapping')
  }

  #mappings(make: Maker, api: Resource, suffix: string, type: string): void {
    const paths = at(api.node, 'Domain', 'BasePath')
    if (!paths) make.add(suffix, type, false)
    else make.form('', `[0-9A-Za-z]*${suffix}`, type)
  }

  #webSocketApi(make: Maker, api: Resource): void {
    this.#stage(make, api, 'AWS::ApiGatewayV2::Stage', 'DefaultStage', 'default')
    for (const { key } of entriesOf(at(api.node, 'Routes'))) {
      const name = key.text.replace(/^\$(?=connect$|disconnect$|default$)/, '').toLowerCase()
      const route = name.charAt(0).toUpperCase() + name.slice(1)
      make.add(`${route}Route`, 'AWS::ApiGatewayV2::Route')
      make.add(`${route}Integration`, 'AWS::ApiGatewayV2::Integration')
      make.add(`${route}Permission`, PERMISSION)
    }
    if (make.canBe('Auth.AuthType', 'CUSTOM')) {
      make.add('ConnectAuthorizer', 'AWS::ApiGatewayV2::Authorizer', false)
      if (make.lacks('Auth.InvokeRole')) make.add('AuthorizerPermission', PERMISSION, false)
    }
    this.#domainV2(make, api)
  }

  #connector(make: Maker, id: string): void {
    const form = '(Policy|QueuePolicy|TopicPolicy|(Read|Write)LambdaPermission)(Destination\\d+)?'
    make.absoluteForm(`${escaped(id)}${form}`, '')
  }

  #graphQLApi(make: Maker, api: Resource): void {
    make.add('Schema', 'AWS::AppSync::GraphQLSchema')
    make.add('CloudWatchRole', ROLE, false)
    if (make.has('Cache')) make.add('ApiCache', 'AWS::AppSync::ApiCache')
    if (make.has('DomainName')) {
      make.add('DomainName', 'AWS::AppSync::DomainName')
      make.add('DomainNameApiAssociation', 'AWS::AppSync::DomainNameApiAssociation')
    }
    for (const { key } of entriesOf(at(api.node, 'ApiKeys'))) make.add(key.text, 'AWS::AppSync::ApiKey')
    for (const [kind, name, policy] of [
      ['DynamoDb', 'DynamoDB', 'ToTableConnectorPolicy'],
      ['Lambda', 'Lambda', 'ToLambdaConnectorPolicy'],
    ] as const) {
      for (const { key, value } of entriesOf(at(api.node, 'DataSources', kind))) {
        const source = `${key.text}${name}DataSource`
        make.add(source, 'AWS::AppSync::DataSource')
        if (childOf(value, 'ServiceRoleArn')) continue
        make.add(`${source}Role`, ROLE)
        make.add(`${source}${policy}`, 'AWS::IAM::ManagedPolicy')
      }
    }
    for (const { key, value } of entriesOf(at(api.node, 'Functions'))) {
      if (!childOf(value, 'Id')) make.add(key.text, 'AWS::AppSync::FunctionConfiguration')
    }
    for (const type of entriesOf(at(api.node, 'Resolvers'))) {
      for (const { key } of entriesOf(type.value)) make.add(type.key.text + key.text, 'AWS::AppSync::Resolver')
    }
    const functions = entriesOf(at(api.node, 'Functions')).map(({ value }) => childOf(value, 'DataSource'))
    if (functions.some((source) => source && (source.kind !== 'scalar' || source.text.toLowerCase() === 'none')))
      make.add('NoneDataSource', 'AWS::AppSync::DataSource', false)
    make.form('', 'ToLambdaAuthConnector\\d+WriteLambdaPermission', PERMISSION)
  }
}

/** Notes what is made for one resource, or for one of its events. */
class Maker {
  constructor(
    private readonly into: SamGenerated,
    private readonly owner: Resource,
    private readonly event?: SamEvent,
  ) {}

  for(event: SamEvent): Maker {
    return new Maker(this.into, this.owner, event)
  }

  get #prefix(): string {
    return this.owner.id + (this.event?.key.text ?? '')
  }

  get #properties(): Properties {
    return this.event?.properties ?? this.owner
  }

  /** A resource whose ID is the owner's, with a suffix. */
  add(suffix: string, type: string, isCertain = true, property?: string): void {
    this.#note(this.#prefix + suffix, type, isCertain, property)
  }

  /** A resource whose whole ID is known. */
  absolute(id: string, type: string, property?: string): void {
    this.#note(id, type, false, property)
  }

  form(suffix: string, tail: string, type: string, property?: string): void {
    this.absoluteForm(`${escaped(this.#prefix + suffix)}${tail}`, type, property)
  }

  absoluteForm(form: string, type: string, property?: string): void {
    this.into.form(new RegExp(`^${form}$`), this.#made(type, false))
    if (property) this.into.name(`${this.owner.id}.${property}`, type)
  }

  /** A resource whose ID ends in the text of a property, of which any may be unknown. */
  named(suffix: string, path: string, type: string, property?: string, write = (text: string): string => text): void {
    const facts = this.#properties.facts(path)
    for (const text of this.texts(path)) this.add(suffix + write(text), type, false, property)
    if (facts.some((fact) => fact.state === 'unknown')) this.form(suffix, '[0-9A-Za-z_-]+', type, property)
  }

  /** Whether a property is set, in some case at least. */
  has(path: string): boolean {
    return this.#properties.facts(path).some((fact) => fact.state !== 'absent' && !(fact.state === 'known' && isNull(fact.value)))
  }

  /** Whether a property is missing, in some case at least; SAM does not ask whether the condition of a `Fn::If` can hold. */
  lacks(path: string): boolean {
    const call = callOf(at(this.#properties.node, ...path.split('.')))
    if (call?.name === 'Fn::If' && call.argument.kind === 'sequence') {
      if (call.argument.items.some((item) => idIn(item) === 'AWS::NoValue')) return true
    }
    return this.#properties.facts(path).some((fact) => fact.state === 'absent' || (fact.state === 'known' && isNull(fact.value)))
  }

  neverHas(path: string): boolean {
    return this.#properties.facts(path).every((fact) => fact.state === 'absent')
  }

  isFalse(path: string): boolean {
    return this.texts(path).includes('false')
  }

  /** Whether a property has that text, or one that is not known. */
  canBe(path: string, text: string): boolean {
    const facts = this.#properties.facts(path)
    return facts.some((fact) => fact.state === 'unknown') || this.texts(path).some((one) => one.toLowerCase() === text.toLowerCase())
  }

  texts(path: string): string[] {
    return this.#properties
      .facts(path)
      .flatMap((fact) => (fact.state === 'known' && fact.value.kind === 'scalar' && !isNull(fact.value) ? [fact.value.text] : []))
  }

  #made(type: string, isCertain: boolean): Generated {
    return { type, owner: this.owner, ...(this.event ? { event: this.event } : {}), isCertain: isCertain && !this.owner.isOpen }
  }

  #note(id: string, type: string, isCertain: boolean, property: string | undefined): void {
    this.into.add(id, this.#made(type, isCertain))
    if (property) this.into.name(`${this.owner.id}.${property}`, type)
  }
}

/** Whether a name can be part of a logical ID as it is. */
const isPlain = (name: string): boolean => /^[\p{L}\p{N}]+$/u.test(name)

const textOf = (node: Node | undefined): string | undefined => (node?.kind === 'scalar' ? node.text : undefined)

const isNull = (node: Node): boolean => node.kind === 'scalar' && node.value === null

const entriesOf = (node: Node | undefined): Mapping['entries'] => (node?.kind === 'mapping' && !callOf(node) ? node.entries : [])

const escaped = (text: string): string => text.replace(/[^\w]/g, '\\$&')
