import { at, atKey, callOf, childOf, defineRule, present, string } from '#rule'

export default defineRule({
  id: 'sam/websocket-route-invalid',
  title: 'WebSocket API has no usable routes',
  severity: 'error',
  on: ['AWS::Serverless::WebSocketApi'],
  why: 'The transform wants at least one route, with a key that can be part of a logical ID, and settings that fit it.',
  fix: 'Correct the routes as the message says.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-websocketapi.html',
      fact: 'Routes are given by their keys; $connect, $disconnect and $default are special.',
    },
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/api/websocket_api_generator.py',
      fact: 'Checks route keys, authorization and the stage.',
    },
  ],
  messages: {
    none: 'Routes is empty; a WebSocket API needs at least one route.',
    key: 'The route key "{key}" must be letters and digits, or $connect, $disconnect or $default.',
    parameters: 'RequestParameters are taken on the $connect route only.',
    connect: 'Auth needs a $connect route, which is where the API authorizes.',
    extra: '{name} has no effect with AuthType {type}; only CUSTOM takes it.',
    arn: 'AuthType CUSTOM needs AuthArn, the ARN of the function.',
    mtls: 'WebSocket APIs have no mutual TLS; remove MutualTlsAuthentication.',
  },
  check(api, { report }) {
    const routes = at(api.node, 'Routes')
    const keys = routes?.kind === 'mapping' && !callOf(routes) ? routes.entries : undefined
    if (routes && keys?.length === 0) report(routes, 'none')
    for (const { key, value } of keys ?? []) {
      if (key.text.startsWith('Fn::')) continue
      if (!/^(\$(connect|disconnect|default)|[0-9A-Za-z]+)$/.test(key.text))
        report({ node: value, span: key.span }, 'key', { key: key.text })
      const parameters = childOf(value, 'RequestParameters')
      if (parameters && key.text !== '$connect') report(parameters, 'parameters')
    }
    for (const auth of api.items('Auth')) {
      if (keys && !keys.some(({ key }) => key.text === '$connect')) report(auth.node, 'connect')
      for (const type of auth.known('AuthType', string)) {
        if (type.value === 'CUSTOM') for (const absent of auth.absent('AuthArn')) report(absent, 'arn')
        if (type.value !== 'AWS_IAM' && type.value !== 'NONE') continue
        for (const { key, value } of auth.entries) {
          if (key.text !== 'AuthType')
            report({ node: value, span: key.span, when: type.when }, 'extra', { name: key.text, type: type.value })
        }
      }
    }
    for (const fact of present(api, 'Domain.MutualTlsAuthentication')) report(atKey(fact), 'mtls')
  },
})
