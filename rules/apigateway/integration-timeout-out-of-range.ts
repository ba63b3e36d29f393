import {
  apiOf,
  apiOfIntegration,
  defineRule,
  endpointIs,
  eventsOf,
  INTEGRATION_TYPES,
  integrationsOf,
  jointly,
  type Known,
  number,
  type Resource,
  string,
} from '#rule'

const REST_DEFAULT = 29_000
const REST_LONGEST = 900_000

export default defineRule({
  id: 'apigateway/integration-timeout-out-of-range',
  title: 'Integration timeouts have fixed bounds per API kind',
  severity: 'error',
  on: [...INTEGRATION_TYPES, 'AWS::Serverless::Function'],
  why: 'API Gateway rejects the integration.',
  fix: 'Stay within the bounds: 30 s for HTTP APIs, 29 s for WebSocket and edge-optimized REST APIs; let longer work go on behind the answer.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html',
      fact: 'Integrations of HTTP APIs time out after at most 30 seconds.',
    },
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-websocket-limits-table.html',
      fact: 'Integrations of WebSocket APIs take 50 milliseconds to 29 seconds.',
    },
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html',
      fact: 'Integrations of REST APIs take 50 milliseconds to 29 seconds; for Regional and private APIs more can be had, and with streamed responses 15 minutes.',
    },
  ],
  notes: ['001:705', '002:408'],
  messages: {
    range: '{name} is {value} ms; for {kind} it must be {min} to {max} ms.',
    edge: '{name} is {value} ms; an edge-optimized API waits at most 29000 ms.',
  },
  check(resource, { report }) {
    if (resource.type === 'AWS::Serverless::Function') {
      for (const event of eventsOf(resource, 'HttpApi'))
        for (const timeout of event.properties.known('TimeoutInMillis', number)) within(timeout, 'TimeoutInMillis', 'an HTTP API', 30_000)
      for (const event of eventsOf(resource, 'Api')) {
        const api = apiOf(event)
        for (const timeout of event.properties.known('TimeoutInMillis', number))
          rest(timeout, 'TimeoutInMillis', api ? [{ api, when: timeout.when }] : [])
      }
      return
    }
    for (const integration of integrationsOf(resource)) {
      const name = integration.name('timeout')
      for (const timeout of integration.known('timeout', number)) {
        if (integration.kind === 'rest') {
          const isStreamed = integration
            .facts('transferMode')
            .some((fact) => fact.state === 'unknown' || (fact.state === 'known' && string.read(fact.value)?.toUpperCase() === 'STREAM'))
          rest(timeout, name, isStreamed ? [] : apiOfIntegration(integration))
        } else if (integration.kind === 'websocket') within(timeout, name, 'a WebSocket API', 29_000)
        else within(timeout, name, integration.kind ? 'an HTTP API' : 'an HTTP or WebSocket API', 30_000)
      }
    }

    function within(timeout: Known<number>, name: string, kind: string, max: number, min = 50): void {
      if (timeout.value < min || timeout.value > max) report(timeout, 'range', { name, value: timeout.value, kind, min, max })
    }

    function rest(timeout: Known<number>, name: string, apis: readonly { api: Resource; when: Known['when'] }[]): void {
      // The schema of a method says the least.
      const min = resource.type === 'AWS::ApiGateway::Method' ? 0 : 50
      if (timeout.value <= REST_DEFAULT || timeout.value > REST_LONGEST) {
        within(timeout, name, 'a REST API', REST_LONGEST, min)
        return
      }
      for (const { api, when } of apis) {
        for (const edge of endpointIs(api, 'EDGE')) {
          const joint = jointly(timeout.when, when, edge)
          if (joint) report({ node: timeout.node, when: joint }, 'edge', { name, value: timeout.value })
        }
      }
    }
  },
})
