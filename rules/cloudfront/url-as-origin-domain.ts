import { defineRule, isPlaceholder, OPAQUE, originDomains, originsOf, shorten } from '#rule'

export default defineRule({
  id: 'cloudfront/url-as-origin-domain',
  title: 'An origin domain name has no scheme, port or path',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront rejects a domain name with a colon or a slash, and the stack fails.',
  fix: "Give the host alone, for example with !Select [2, !Split ['/', URL]]; a path goes into OriginPath.",
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-distribution-origin.html',
      fact: 'DomainName is a domain name; what stands behind it is OriginPath.',
    },
  ],
  notes: ['001:609', '002:1111', '002:1117'],
  messages: {
    url: 'The domain name "{value}" begins with a scheme; give the host alone.',
    attribute: 'This attribute is a URL, not a domain name; use !Select [2, !Split ["/", …]].',
    path: 'The domain name "{value}" has more than a host; a path goes into OriginPath, a port into CustomOriginConfig.',
  },
  check(distribution, { report }) {
    for (const origin of originsOf(distribution)) {
      for (const { kind, text, node, when } of originDomains(distribution.template, origin)) {
        if (kind === 'url' && text === '') report({ node, when }, 'attribute')
        else if (kind === 'url') report({ node, when }, 'url', { value: shorten(text) })
        else if (/[/:]/.test(text) && !isPlaceholder(text.replaceAll(OPAQUE, 'x'))) report({ node, when }, 'path', { value: shorten(text) })
      }
    }
  },
})
