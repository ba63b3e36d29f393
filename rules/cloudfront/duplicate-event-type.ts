import { all, defineRule, distinct } from '#rule'
import { ofBehaviors } from './_behaviors.ts'

export default defineRule({
  id: 'cloudfront/duplicate-event-type',
  title: 'A behavior takes one function per event type',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront rejects the distribution.',
  fix: 'Put what both do into one function.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-permissions.html',
      fact: 'A behavior has one function for each event type.',
    },
  ],
  notes: ['000:115', '001:859', '001:861', '001:863', '001:864', '001:865', '001:867', '001:869', '002:237'],
  check: ofBehaviors(
    all(
      ...['LambdaFunctionAssociations', 'FunctionAssociations'].map((name) =>
        distinct('The behavior has two functions for {value}; keep one of them.', `${name}.*.EventType`),
      ),
    ),
  ),
})
