import { defineRule, oneOf } from '#rule'

export default defineRule({
  id: 'certificatemanager/unknown-validation-method',
  title: 'The validation method must be DNS, EMAIL or HTTP',
  severity: 'error',
  on: ['AWS::CertificateManager::Certificate'],
  why: 'ACM rejects the request for the certificate.',
  fix: 'Write DNS, in capitals.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html',
      fact: 'The validation method is EMAIL, DNS or HTTP.',
    },
  ],
  notes: ['001:108'],
  check: oneOf('ValidationMethod', ['DNS', 'EMAIL', 'HTTP']),
})
