import { all, defineRule, each, oneOf } from '#rule'
import { ofBehaviors } from './_behaviors.ts'

export default defineRule({
  id: 'cloudfront/invalid-event-type',
  title: 'Function associations must use an event type of their kind',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront rejects the distribution.',
  fix: 'Use viewer-request or viewer-response; Lambda@Edge has origin-request and origin-response as well.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-choosing.html',
      fact: 'CloudFront Functions run at the two viewer events, Lambda@Edge at the origin events too.',
    },
  ],
  notes: ['000:115', '001:859', '001:861', '001:863', '001:864', '001:865', '001:867', '001:869', '002:237'],
  check: ofBehaviors(
    all(
      each('LambdaFunctionAssociations', oneOf('EventType', ['viewer-request', 'viewer-response', 'origin-request', 'origin-response'])),
      each('FunctionAssociations', oneOf('EventType', ['viewer-request', 'viewer-response'])),
    ),
  ),
})
