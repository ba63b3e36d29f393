import { defineRule, matches } from '#rule'

export default defineRule({
  id: 'apigateway/invalid-path-part',
  title: 'A resource path part is one segment without a slash',
  severity: 'error',
  on: ['AWS::ApiGateway::Resource'],
  why: 'API Gateway rejects the resource.',
  fix: 'Make a resource for each segment, and put a parameter in braces that hold the whole segment.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-resource.html',
      fact: 'PathPart is the last path segment of the resource.',
    },
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-settings-method-request.html',
      fact: 'A path parameter is a whole segment in braces, with + before the closing brace for all that follows.',
    },
  ],
  notes: ['002:275', '002:308'],
  check: matches('PathPart', /^(\{[^{}/\s]+\}|[^{}/\s]+)$/, 'be one segment without slashes and blanks, or one parameter in braces'),
})
