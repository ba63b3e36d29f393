import { defineRule, string } from '#rule'
import { isOffered } from './_behaviors.ts'

export default defineRule({
  id: 'cloudfront/dedicated-ip-certificate',
  title: 'SNI should be used instead of dedicated IP addresses',
  severity: 'info',
  on: ['AWS::CloudFront::Distribution'],
  why: 'Addresses of their own cost several hundred dollars a month, for browsers that nobody uses any more.',
  fix: 'Use sni-only.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-https-dedicated-ip-or-sni.html',
      fact: 'Dedicated addresses are charged monthly; SNI is recommended and supported by browsers since 2010.',
    },
  ],
  notes: ['001:610', '001:872'],
  messages: { vip: 'Dedicated addresses are charged for every month; use sni-only.' },
  check(distribution, { report }) {
    for (const method of distribution.known('DistributionConfig.ViewerCertificate.SslSupportMethod', string))
      if (method.value === 'vip' && !isOffered(method)) report(method, 'vip')
  },
})
