import {
  apisOf,
  bodiesOf,
  childOf,
  defineRule,
  integrationsOf,
  jointly,
  type Node,
  nodesAt,
  type Resource,
  string,
  type Template,
  walk,
} from '#rule'

const VARIABLE = /\$\{!?stageVariables\.(\w+)\}/g

export default defineRule({
  id: 'apigateway/undefined-stage-variable',
  title: 'A stage variable used by the API should be defined on its stages',
  severity: 'warning',
  on: ['AWS::ApiGateway::Stage'],
  why: 'The variable is empty when the method is called, so the call goes nowhere and fails.',
  fix: 'Set the variable in Variables of the stage.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/stage-variables.html',
      fact: 'Each stage gives the variables that URIs and mappings use values of its own.',
    },
  ],
  notes: ['001:634', '001:635', '002:343', '002:1648', '002:2269', '002:2270'],
  messages: { undefined: 'The API uses the stage variable {name} in {user}, which this stage does not define; add it to Variables.' },
  check(stage, { report }) {
    const { template } = stage
    const defined = stage.facts('Variables')
    if (
      stage.isOpen ||
      defined.some(
        (fact) =>
          fact.state === 'unknown' || (fact.state === 'known' && (fact.value.kind !== 'mapping' || template.resolver.open(fact.value))),
      )
    )
      return
    for (const api of apisOf(stage)) {
      if (!api.resource) continue
      for (const [name, user] of variablesOf(template, api.resource)) {
        for (const fact of defined) {
          if (fact.state === 'unknown' || (fact.state === 'known' && childOf(fact.value, name))) continue
          const when = jointly(api.when, fact.when, user.when)
          const node: Node = fact.state === 'known' ? fact.node : stage.key
          if (when) report({ node, when }, 'undefined', { name, user: user.id })
        }
      }
    }
  },
})

/** The stage variables in the URIs of an API's integrations and authorizers, with a resource that uses each. */
function variablesOf(template: Template, api: Resource): ReadonlyMap<string, Resource> {
  const found = new Map<string, Resource>()
  const add = (node: Node | undefined, user: Resource): void => {
    for (const one of node ? walk(node) : []) {
      const text = one.kind === 'scalar' ? string.read(one) : undefined
      for (const [, name = ''] of text?.matchAll(VARIABLE) ?? []) if (!found.has(name)) found.set(name, user)
    }
  }
  for (const part of template.resourcesOf('AWS::ApiGateway::Method', 'AWS::ApiGateway::Authorizer')) {
    if (!apisOf(part).some(({ resource }) => resource === api)) continue
    for (const path of ['AuthorizerUri', 'AuthorizerCredentials'])
      if (part.type.endsWith('Authorizer')) for (const { node } of nodesAt(part, path)) add(node, part)
    for (const integration of integrationsOf(part))
      for (const setting of ['uri', 'credentials', 'connectionId'] as const)
        for (const { node } of nodesAt(integration.properties, integration.name(setting))) add(node, part)
  }
  for (const body of bodiesOf(api))
    for (const integration of integrationsOf(api)) if (body) for (const { node } of nodesAt(integration.properties, 'uri')) add(node, api)
  return found
}
