import { apiKindsOf, both, canHold, defineRule, kindsAround, string } from '#rule'

const ROUTE = /^(\$default|(ANY|GET|HEAD|OPTIONS|PATCH|POST|PUT|DELETE) \/\S*)$/

export default defineRule({
  id: 'apigateway/malformed-route-key',
  title: 'HTTP route keys are $default or "METHOD /path", WebSocket ones a plain word',
  severity: 'error',
  on: ['AWS::ApiGatewayV2::Route', 'AWS::ApiGatewayV2::Api'],
  why: 'API Gateway rejects the route; on a WebSocket API a method and a path is a key that no message has.',
  fix: 'Write "GET /items" for HTTP APIs, the value that the route selection expression gives for WebSocket APIs.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html',
      fact: 'A route is a method and a path, or $default; a greedy path variable is the last of a path.',
    },
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-develop-routes.html',
      fact: 'The key of a WebSocket route is $connect, $disconnect, $default or a value of the messages.',
    },
  ],
  notes: ['001:649', '001:650', '001:655', '002:275', '002:308'],
  messages: {
    http: 'RouteKey is "{key}"; on an HTTP API it must be $default or a method in capitals and a path, as GET /items.',
    greedy: 'RouteKey is "{key}", but the greedy part must be the last of the path.',
    websocket: 'RouteKey is "{key}"; on a WebSocket API it must be a word of the messages, $connect, $disconnect or $default.',
  },
  check(resource, { report }) {
    for (const kind of resource.type.endsWith('::Api') ? apiKindsOf(resource) : kindsAround(resource)) {
      for (const key of resource.known('RouteKey', string)) {
        const place = { node: key.node, when: both(key.when, kind.when) }
        if (!canHold(place.when)) continue
        const isRoute = ROUTE.test(key.value)
        if (kind.value === 'http' && !isRoute) report(place, 'http', { key: key.value })
        else if (kind.value === 'http' && /\+\}./.test(key.value)) report(place, 'greedy', { key: key.value })
        else if (kind.value === 'websocket' && isRoute && key.value !== '$default') report(place, 'websocket', { key: key.value })
      }
    }
  },
})
