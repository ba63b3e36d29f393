import { apiIdOf, apiOf, apisOf, boolean, defineRule, endpointIs, eventsOf, integrationsOf, type Resource, string } from '#rule'

export default defineRule({
  id: 'apigateway/open-method',
  title: 'A method without authorization is open to anyone',
  severity: 'info',
  on: ['AWS::ApiGateway::Method', 'AWS::ApiGatewayV2::Route', 'AWS::Serverless::Function'],
  why: 'Whoever knows the address can call it; where that is not meant, data is exposed and you pay for the calls.',
  fix: 'Use AWS_IAM, user pools or an authorizer, or leave it where everybody may call.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
      fact: 'Access to methods is controlled by IAM, user pools, authorizers and resource policies.',
    },
  ],
  notes: ['001:642', '001:711', '002:276', '002:399', '002:414', '004:330', '004:336', '004:338'],
  messages: { open: 'Anyone can call this; set {name}, unless that is meant.' },
  check(resource, { report }) {
    if (resource.type === 'AWS::Serverless::Function') {
      for (const event of eventsOf(resource, 'Api', 'HttpApi')) {
        const api = apiOf(event)
        if (!api?.type.startsWith('AWS::Serverless::') || apiIdOf(event) === undefined || isGuarded(api) || event.properties.isOpen)
          continue
        if (event.properties.known('Method', string).some(({ value }) => value.toUpperCase() === 'OPTIONS')) continue
        const own = [
          ...event.properties.facts('Auth.Authorizer'),
          ...event.properties.facts('Auth.ApiKeyRequired'),
          ...event.properties.facts('Auth.ResourcePolicy'),
        ]
        if (own.every(({ state }) => state === 'absent')) report({ node: event.key, when: event.properties.when }, 'open', { name: 'Auth' })
      }
      return
    }
    const isRest = resource.type === 'AWS::ApiGateway::Method'
    const isPreflight = isRest
      ? resource.known('HttpMethod', string).some(({ value }) => value === 'OPTIONS')
      : resource.known('RouteKey', string).some(({ value }) => /^(OPTIONS |\$disconnect|\$default$)/.test(value))
    if (
      isPreflight ||
      resource.possible('ApiKeyRequired', boolean).some((key) => key.state === 'unknown' || (key.state === 'known' && key.value))
    )
      return
    if (isRest && integrationsOf(resource).some((one) => one.types().some(({ value }) => value === 'MOCK'))) return
    if (apisOf(resource).some(({ resource: api }) => api && isGuarded(api))) return
    for (const type of resource.possible('AuthorizationType', string)) {
      if (type.state === 'known' && type.value === 'NONE') report(type, 'open', { name: 'AuthorizationType' })
      else if (type.state === 'absent') report({ node: resource.key, when: type.when }, 'open', { name: 'AuthorizationType' })
    }
  },
})

/** Whether the API may guard all of its methods. */
function isGuarded(api: Resource): boolean {
  const paths = api.type.startsWith('AWS::Serverless::')
    ? ['Auth.DefaultAuthorizer', 'Auth.ApiKeyRequired', 'Auth.ResourcePolicy', 'DefinitionBody', 'DefinitionUri']
    : ['Policy', 'Body', 'BodyS3Location']
  const isSet = paths
    .filter(
      (path) =>
        !(api.type === 'AWS::ApiGatewayV2::Api' && path === 'Policy') &&
        !(api.type === 'AWS::Serverless::HttpApi' && /ApiKey|ResourcePolicy/.test(path)),
    )
    .some((path) => api.facts(path).some(({ state }) => state !== 'absent'))
  return api.isOpen || isSet || endpointIs(api, 'PRIVATE').length > 0
}
