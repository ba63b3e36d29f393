import { closest, defineRule, eventsOf, respell, string } from '#rule'

const METHODS = ['ANY', 'DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT']

export default defineRule({
  id: 'apigateway/unknown-http-method',
  title: 'HTTP methods are ANY, DELETE, GET, HEAD, OPTIONS, PATCH, POST and PUT',
  severity: 'error',
  on: ['AWS::ApiGateway::Method', 'AWS::Serverless::Function', 'AWS::Serverless::StateMachine'],
  fixes: 'safe',
  why: 'API Gateway rejects the method; SAM itself does not check it.',
  fix: 'Use one of the methods.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-method.html',
      fact: 'HttpMethod is the method that callers use, ANY for all of them.',
    },
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-api.html',
      fact: 'Method is the HTTP method of the event.',
    },
  ],
  notes: ['002:275', '002:308'],
  messages: {
    unknown: '"{method}" is no HTTP method of API Gateway; use ANY, DELETE, GET, HEAD, OPTIONS, PATCH, POST or PUT.',
    misspelt: '"{method}" is no HTTP method of API Gateway; did you mean {near}?',
  },
  check(resource, { report }) {
    const isSam = resource.type.startsWith('AWS::Serverless::')
    const methods = isSam
      ? eventsOf(resource, 'Api', 'HttpApi').flatMap(({ properties }) => properties.known('Method', string))
      : resource.known('HttpMethod', string)
    for (const method of methods) {
      if (METHODS.includes(method.value.toUpperCase()) || (isSam && method.value === 'x-amazon-apigateway-any-method')) continue
      const near = closest(method.value, METHODS)
      if (near) report(method, 'misspelt', { method: method.value, near }, respell(method, METHODS))
      else report(method, 'unknown', { method: method.value })
    }
  },
})
