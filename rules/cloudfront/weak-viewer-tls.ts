import { defineRule, jointly, present, string } from '#rule'
import { isOffered } from './_behaviors.ts'

const WEAK = ['SSLv3', 'TLSv1', 'TLSv1_2016', 'TLSv1.1_2016']

export default defineRule({
  id: 'cloudfront/weak-viewer-tls',
  title: 'Viewer TLS must be at least version 1.2',
  severity: 'warning',
  on: ['AWS::CloudFront::Distribution'],
  why: 'SSL and the first versions of TLS have known weaknesses, with which traffic can be read.',
  fix: 'Use TLSv1.2_2021 or a newer security policy.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html',
      fact: 'The security policies with the protocols that each allows; TLSv1.2_2021 is recommended, those below TLSv1.2 allow older versions.',
    },
  ],
  notes: ['001:610', '001:872', '002:1139'],
  messages: { weak: 'The security policy {policy} allows outdated versions of TLS; use TLSv1.2_2021 or newer.' },
  check(distribution, { report }) {
    for (const certificate of distribution.items('DistributionConfig.ViewerCertificate')) {
      const own = [...present(certificate, 'AcmCertificateArn'), ...present(certificate, 'IamCertificateId')]
      for (const policy of certificate.known('MinimumProtocolVersion', string)) {
        const when =
          WEAK.includes(policy.value) && !isOffered(policy)
            ? own.map((one) => jointly(one.when, policy.when)).find((one) => one)
            : undefined
        if (when) report({ node: policy.node, when }, 'weak', { policy: policy.value })
      }
    }
  },
})
