import { behaviorsOf, defineRule, string, together } from '#rule'

export default defineRule({
  id: 'cloudfront/mixed-viewer-functions',
  title: 'Viewer events take Lambda@Edge or CloudFront Functions, not both',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront rejects the distribution.',
  fix: 'Use one kind of function for the viewer events of a behavior.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-all.html',
      fact: 'CloudFront Functions and Lambda@Edge cannot be combined at viewer events.',
    },
  ],
  notes: ['000:115', '001:859', '001:861', '001:863', '001:864', '001:865', '002:237'],
  messages: { mixed: 'Lambda@Edge at {event} cannot stand beside a CloudFront Function; use one kind for the viewer events.' },
  check(distribution, { report }) {
    for (const behavior of behaviorsOf(distribution)) {
      const functions = behavior.known('FunctionAssociations.*.EventType', string)
      for (const event of behavior.known('LambdaFunctionAssociations.*.EventType', string)) {
        const [pair] = event.value.startsWith('viewer-') ? together([event], functions) : []
        if (pair) report(pair[0], 'mixed', { event: event.value })
      }
    }
  },
})
