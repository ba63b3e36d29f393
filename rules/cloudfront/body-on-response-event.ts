import { boolean, defineRule, each, where } from '#rule'
import { ofBehaviors } from './_behaviors.ts'

export default defineRule({
  id: 'cloudfront/body-on-response-event',
  title: 'The request body can be included on request events only',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront rejects the distribution.',
  fix: 'Remove IncludeBody, or run the function at a request event.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-distribution-lambdafunctionassociation.html',
      fact: 'The body can be included at viewer-request and origin-request.',
    },
  ],
  notes: ['000:115', '001:859', '001:861', '001:863', '001:864', '001:865', '002:237'],
  check: ofBehaviors(
    each('LambdaFunctionAssociations', {
      ...where('EventType', ['viewer-response', 'origin-response'], {
        paths: ['IncludeBody'],
        messages: { body: 'A response event has no request body; remove IncludeBody.' },
        run({ target, report }) {
          for (const body of target.known('IncludeBody', boolean)) if (body.value) report(body, 'body')
        },
      }),
    }),
  ),
})
