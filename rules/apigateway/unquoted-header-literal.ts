import { bodiesOf, defineRule, type Known, type Properties, type Resource, string } from '#rule'

const CORS = ['AllowOrigin', 'AllowMethods', 'AllowHeaders', 'MaxAge']

/** What an expression may begin with; a text in single quotes stands for itself. Numbers are left alone: nothing says that they are refused. */
const VALUE = /^('.*'|\d+|(integration|method|gatewayresponse)\.(request|response|header)?\.?.*|context\..*|stageVariables\..*)$/s

export default defineRule({
  id: 'apigateway/unquoted-header-literal',
  title: 'Literal header values need single quotes inside the string',
  severity: 'error',
  on: ['AWS::ApiGateway::Method', 'AWS::ApiGateway::GatewayResponse', 'AWS::ApiGateway::RestApi', 'AWS::Serverless::Api'],
  why: 'API Gateway takes the value for a mapping expression, finds it malformed and rejects the API.',
  fix: `Put the value in single quotes within the text: "'*'".`,
  sources: [
    {
      url: 'https://github.com/serverless/serverless-graphql/issues/67',
      fact: 'A header that is * without quotes fails the deployment: Invalid mapping expression specified: *.',
    },
    {
      url: 'https://github.com/awsdocs/aws-sam-developer-guide/pull/55',
      fact: 'Methods in Cors of SAM without quotes fail the deployment in the same way.',
    },
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-parameter-mapping-sources.html',
      fact: 'A static value of a mapping is a text in a pair of single quotes.',
    },
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-api.html',
      fact: `Cors is the value of a header and needs its own quotes: "'www.example.com'".`,
    },
  ],
  notes: ['001:661', '002:1616', '002:1617', '002:1619', '002:1620', '002:1621', '002:1971', '002:1985', '002:1986', '002:1987', '004:342'],
  messages: { unquoted: `The value {value} of {name} needs single quotes of its own: "'{value}'".` },
  check(resource, { report }) {
    const judge = (value: Known<string>, name: string): void => {
      // What is no text is told of SAM.
      if (value.node.kind === 'scalar' && typeof value.node.value !== 'string') return
      if (!VALUE.test(value.value)) report(value, 'unquoted', { value: value.value, name })
    }
    for (const parameters of mapsOf(resource)) {
      for (const entry of parameters.entries) {
        for (const fact of parameters.cases(entry)) {
          const text = fact.state === 'known' ? string.read(fact.value) : undefined
          if (text !== undefined && fact.state === 'known' && !VALUE.test(text))
            report(fact, 'unquoted', { value: text, name: entry.key.text.split('.').at(-1) ?? '' })
        }
      }
    }
    if (resource.type !== 'AWS::Serverless::Api') return
    for (const value of resource.known('Cors', string)) judge(value, 'Cors')
    for (const cors of resource.items('Cors')) for (const name of CORS) for (const value of cors.known(name, string)) judge(value, name)
  },
})

/** The maps of headers to values. */
function mapsOf(resource: Resource): Properties[] {
  if (resource.type === 'AWS::ApiGateway::Method')
    return resource.items('Integration.IntegrationResponses').flatMap((one) => one.items('ResponseParameters'))
  if (resource.type === 'AWS::ApiGateway::GatewayResponse') return resource.items('ResponseParameters')
  const inBody = bodiesOf(resource).flatMap((body) => [
    ...body.items('x-amazon-apigateway-gateway-responses.*').flatMap((one) => one.items('responseParameters')),
    ...body.operations.flatMap(({ integrations }) =>
      integrations.flatMap((one) => one.items('responses.*').flatMap((response) => response.items('responseParameters'))),
    ),
  ])
  return resource.type === 'AWS::ApiGateway::RestApi'
    ? inBody
    : [...inBody, ...resource.items('GatewayResponses.*').flatMap((one) => one.items('ResponseParameters.Headers'))]
}
