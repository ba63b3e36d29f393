import { bodiesOf, defineRule, string } from '#rule'

const PART = /^(\{[^{}/\s]+\}|[^{}/\s]+)$/

export default defineRule({
  id: 'apigateway/invalid-path-part',
  title: 'A resource path part is one segment without a slash',
  severity: 'error',
  on: ['AWS::ApiGateway::Resource', 'AWS::ApiGateway::RestApi', 'AWS::Serverless::Api'],
  why: 'API Gateway rejects the resource.',
  fix: 'Make a resource for each segment, and put a parameter in braces that hold the whole segment.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html',
      fact: 'Path parameters are separate segments, in definitions too: resource/{name}, not resource{name}.',
    },
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
  messages: {
    part: 'PathPart is "{part}"; it must be one segment without slashes and blanks, or one parameter in braces.',
    segment: 'The path has "{part}"; a parameter in braces must be a whole segment of its own.',
    greedy: 'The path goes on behind "{part}", which takes all that follows; end the path there.',
  },
  check(resource, { report }) {
    if (resource.type === 'AWS::ApiGateway::Resource') {
      for (const part of resource.known('PathPart', string)) if (!PART.test(part.value)) report(part, 'part', { part: part.value })
      return
    }
    for (const path of bodiesOf(resource).flatMap((body) => (body.kind === 'rest' ? body.paths : []))) {
      const segments = path.text.split('/').filter((segment) => /[{}]/.test(segment) && !/[\uE000$]/.test(segment))
      for (const part of segments.filter((segment) => !PART.test(segment))) report({ node: path.key, when: path.when }, 'segment', { part })
      const greedy = /(\{[^{}]+\+\})\/./.exec(path.text)?.[1]
      if (greedy) report({ node: path.key, when: path.when }, 'greedy', { part: greedy })
    }
  },
})
