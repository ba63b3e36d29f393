import { atKey, both, canHold, defineRule, endpointTypesOf } from '#rule'

export default defineRule({
  id: 'apigateway/certificate-property-mismatch',
  title: 'REGIONAL domains take RegionalCertificateArn, EDGE ones CertificateArn',
  severity: 'error',
  on: ['AWS::ApiGateway::DomainName'],
  why: 'API Gateway rejects the domain.',
  fix: 'Give the certificate in the property of the endpoint type.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-domainname.html',
      fact: 'CertificateArn is for edge-optimized and private domains, RegionalCertificateArn for Regional ones.',
    },
  ],
  notes: ['000:588'],
  messages: { wrong: '{name} is not for {type} domains; give the certificate in {right}.' },
  check(domain, { report }) {
    // A domain that changes its type has both certificates for a while.
    const only = (name: string, other: string): boolean =>
      domain.facts(other).every(({ state }) => state === 'absent') && domain.present(name).length > 0
    for (const [name, right, type] of [
      ['CertificateArn', 'RegionalCertificateArn', 'REGIONAL'],
      ['RegionalCertificateArn', 'CertificateArn', 'EDGE'],
    ] as const) {
      if (!only(name, right)) continue
      for (const endpoint of endpointTypesOf(domain).filter(({ value }) => value === type)) {
        for (const certificate of domain.present(name)) {
          const when = both(certificate.when, endpoint.when)
          if (canHold(when)) report(atKey(certificate, when), 'wrong', { name, type, right })
        }
      }
    }
  },
})
