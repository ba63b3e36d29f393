import { boolean, defineRule, jointly, number } from '#rule'

export default defineRule({
  id: 'apigateway/simple-response-format',
  title: 'EnableSimpleResponses needs authorizer payload format 2.0',
  severity: 'error',
  on: ['AWS::ApiGatewayV2::Authorizer'],
  why: 'API Gateway rejects the authorizer.',
  fix: "Set AuthorizerPayloadFormatVersion to '2.0', or let the function return a policy.",
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html',
      fact: 'Simple responses, a flag instead of a policy, belong to payload format 2.0.',
    },
  ],
  notes: ['002:312', '002:314', '002:315', '002:317', '002:320'],
  messages: { format: "Simple responses need AuthorizerPayloadFormatVersion '2.0'; set it, or do not enable them." },
  check(authorizer, { report }) {
    for (const simple of authorizer.known('EnableSimpleResponses', boolean).filter(({ value }) => value)) {
      for (const format of authorizer.possible('AuthorizerPayloadFormatVersion', number)) {
        const when = jointly(simple.when, format.when)
        const isWrong = format.state === 'absent' || (format.state === 'known' && format.value !== 2)
        if (isWrong && when) report({ node: simple.node, when }, 'format')
      }
    }
  },
})
