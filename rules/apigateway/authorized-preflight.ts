import { bodiesOf, boolean, defineRule, jointly, type Resource, string } from '#rule'

export default defineRule({
  id: 'apigateway/authorized-preflight',
  title: 'The OPTIONS method must not ask for authorization or a key',
  severity: 'warning',
  on: [
    'AWS::ApiGateway::Method',
    'AWS::ApiGatewayV2::Route',
    'AWS::ApiGateway::RestApi',
    'AWS::ApiGatewayV2::Api',
    'AWS::Serverless::Api',
    'AWS::Serverless::HttpApi',
  ],
  why: 'Browsers send preflight requests without credentials; they are refused, and with them every call from another origin.',
  fix: 'Let OPTIONS be called by anyone.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html',
      fact: 'The OPTIONS method that answers preflight requests needs no authorization.',
    },
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-apiauth.html',
      fact: 'The default authorizer and the need for a key are put on OPTIONS methods too, unless AddDefaultAuthorizerToCorsPreflight and AddApiKeyRequiredToCorsPreflight are false.',
    },
  ],
  notes: ['002:1616', '002:1617', '002:1619', '002:1620', '002:1621', '002:1971', '002:1985', '002:1986', '002:1987', '004:342'],
  messages: {
    type: 'OPTIONS asks for {type}, which preflight requests never carry; use NONE.',
    key: 'OPTIONS asks for an API key, which preflight requests never carry; set ApiKeyRequired to false.',
    security: 'OPTIONS of {path} asks for security, which preflight requests never carry; remove it.',
    sam: '{name} is put on the preflight OPTIONS methods of Cors too; set {setting} to false.',
  },
  check(resource, { report }) {
    const options = resource.type.endsWith('::Method')
      ? resource.known('HttpMethod', string).filter(({ value }) => value === 'OPTIONS')
      : resource.type.endsWith('::Route')
        ? resource.known('RouteKey', string).filter(({ value }) => value.startsWith('OPTIONS '))
        : []
    for (const { when } of options) {
      for (const type of resource.under(when).known('AuthorizationType', string))
        if (type.value !== 'NONE') report(type, 'type', { type: type.value })
      for (const key of resource.under(when).known('ApiKeyRequired', boolean)) if (key.value) report(key, 'key')
    }
    for (const body of resource.type.includes('::Method') || resource.type.includes('::Route') ? [] : bodiesOf(resource)) {
      for (const operation of body.operations.filter(({ method }) => method === 'OPTIONS')) {
        for (const { node, least } of operation.counts('security'))
          if (least.count > 0) report({ node, when: least.when }, 'security', { path: operation.owner.text })
      }
    }
    if (resource.type !== 'AWS::Serverless::Api') return
    sam(resource, 'Auth.DefaultAuthorizer', 'Auth.AddDefaultAuthorizerToCorsPreflight')
    sam(resource, 'Auth.ApiKeyRequired', 'Auth.AddApiKeyRequiredToCorsPreflight')

    function sam(api: Resource, path: string, switchPath: string): void {
      for (const cors of api.present('Cors')) {
        for (const fact of api.facts(path)) {
          const isOn = fact.state === 'known' && (path === 'Auth.DefaultAuthorizer' || boolean.read(fact.value) === true)
          if (!isOn) continue
          for (const off of api.possible(switchPath, boolean)) {
            const when = jointly(cors.when, fact.when, off.when)
            const isAdded = off.state === 'absent' || (off.state === 'known' && off.value)
            if (!isAdded || !when) continue
            report({ node: fact.node, when }, 'sam', { name: path.slice('Auth.'.length), setting: switchPath.slice('Auth.'.length) })
          }
        }
      }
    }
  },
})
