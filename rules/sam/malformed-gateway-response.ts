import { at, callOf, childOf, defineRule } from '#rule'

export default defineRule({
  id: 'sam/malformed-gateway-response',
  title: 'Gateway response is not written out',
  severity: 'error',
  on: ['AWS::Serverless::Api'],
  why: 'SAM writes the response into the definition itself: it takes no functions there, and a number as the status code.',
  fix: 'Write the response out under its name, with a StatusCode of one to three digits.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-api.html#sam-api-gatewayresponses',
      fact: 'Gateway responses are given by response type.',
    },
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/api/api_generator.py',
      fact: 'Functions in the place of a response are refused.',
    },
  ],
  messages: {
    result: 'The gateway response {name} is given by {call}; SAM needs it written out.',
    shape: 'The gateway response {name} must be a map.',
    status: 'StatusCode is "{value}"; it must be one to three digits.',
  },
  check(api, { report }) {
    const responses = at(api.node, 'GatewayResponses')
    if (responses?.kind !== 'mapping' || callOf(responses)) return
    for (const { key, value } of responses.entries) {
      const name = key.text
      const call = callOf(value)
      if (name.startsWith('Fn::') || call?.name === 'Fn::Transform') continue
      if (call) report(value, 'result', { name, call: call.name })
      else if (value.kind === 'scalar' && value.value === null) report({ node: value, span: key.span }, 'shape', { name })
      else {
        const status = childOf(value, 'StatusCode')
        if (status?.kind === 'scalar' && status.value !== null && !/^\d{1,3}$/.test(status.text))
          report(status, 'status', { value: status.text })
      }
    }
  },
})
