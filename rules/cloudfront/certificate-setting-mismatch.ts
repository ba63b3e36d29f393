import { anything, atKey, boolean, defineRule, jointly, present } from '#rule'

export default defineRule({
  id: 'cloudfront/certificate-setting-mismatch',
  title: 'A viewer certificate needs exactly one source and its SNI method',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront rejects the distribution.',
  fix: 'Name one certificate, and with one of your own set SslSupportMethod to sni-only.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-distribution-viewercertificate.html',
      fact: 'The three sources of a certificate exclude each other; one of your own needs SslSupportMethod.',
    },
  ],
  notes: ['001:610', '001:872', '002:1139'],
  messages: {
    several: '{one} and {other} exclude each other; keep one of them.',
    method: '{one} needs SslSupportMethod; set it to sni-only.',
  },
  check(distribution, { report }) {
    for (const certificate of distribution.items('DistributionConfig.ViewerCertificate')) {
      const sources = [
        ...present(certificate, 'AcmCertificateArn').map((fact) => ({ name: 'AcmCertificateArn', fact })),
        ...present(certificate, 'IamCertificateId').map((fact) => ({ name: 'IamCertificateId', fact })),
        ...certificate
          .known('CloudFrontDefaultCertificate', anything)
          .filter(({ value }) => boolean.read(value))
          .map((fact) => ({ name: 'CloudFrontDefaultCertificate', fact })),
      ]
      sources.forEach(({ name, fact }, i) => {
        for (const first of sources.slice(0, i)) {
          const when = jointly(first.fact.when, fact.when)
          if (when && first.name !== name) report(atKey(fact, when), 'several', { one: first.name, other: name })
        }
        if (name === 'CloudFrontDefaultCertificate') return
        for (const absent of certificate.absent('SslSupportMethod')) {
          const when = jointly(absent.when, fact.when)
          if (when) report(atKey(fact, when), 'method', { one: name })
        }
      })
    }
  },
})
