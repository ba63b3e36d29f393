import { both, canHold, defineRule, string } from '#rule'

export default defineRule({
  id: 'certificatemanager/email-validation',
  title: 'Certificates must be validated by DNS, not by e-mail',
  severity: 'warning',
  on: ['AWS::CertificateManager::Certificate'],
  why: 'The stack waits until a person follows a link in an e-mail and fails after 72 hours; each renewal needs a person again.',
  fix: 'Set ValidationMethod to DNS and name the hosted zone in DomainValidationOptions.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-certificatemanager-certificate.html',
      fact: 'ValidationMethod is EMAIL or DNS, EMAIL where it is not set; the stack stays in progress until the domain is validated.',
    },
    {
      url: 'https://docs.aws.amazon.com/acm/latest/userguide/email-validation.html',
      fact: 'ACM recommends DNS validation; certificates that are validated by e-mail need an action of the domain owner for each renewal.',
    },
  ],
  notes: ['001:108'],
  messages: {
    email: 'ValidationMethod is EMAIL: a person must follow a link before the stack goes on; use DNS.',
    unset: 'ValidationMethod is not set, and is then EMAIL: a person must follow a link before the stack goes on; set it to DNS.',
  },
  check(certificate, { report }) {
    for (const { when: isPublic } of certificate.absent('CertificateAuthorityArn')) {
      for (const { value, node, when } of certificate.known('ValidationMethod', string)) {
        const joint = both(when, isPublic)
        if (value === 'EMAIL' && canHold(joint)) report({ node, when: joint }, 'email')
      }
      for (const absent of certificate.absent('ValidationMethod')) {
        const joint = both(absent.when, isPublic)
        if (canHold(joint)) report({ node: certificate.key, when: joint }, 'unset')
      }
    }
  },
})
