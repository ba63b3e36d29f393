import { both, canHold, defineRule, isSpelledOut, nodesAt, type Resource, type Spelling, spellingsOf, string } from '#rule'

const NAMES = ['DomainName', 'SubjectAlternativeNames.*']

export default defineRule({
  id: 'certificatemanager/validation-zone-missing',
  title: 'A DNS-validated certificate should name its hosted zone',
  severity: 'info',
  on: ['AWS::CertificateManager::Certificate'],
  why: 'CloudFormation only writes the record that is to be made into the events of the stack, and waits until somebody makes it.',
  fix: 'Give each name an entry in DomainValidationOptions with its HostedZoneId: CloudFormation then makes the record.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-certificatemanager-certificate-domainvalidationoption.html',
      fact: 'With HostedZoneId the validation record is added to that zone of Route 53; it is used with DNS validation only.',
    },
  ],
  notes: ['001:108'],
  messages: {
    none: 'ValidationMethod is DNS, but DomainValidationOptions is not set; name the hosted zone there, or the stack waits for you.',
    name: 'DomainValidationOptions has no HostedZoneId for "{name}"; add it, or the stack waits for you.',
  },
  check(certificate, { report }) {
    const isPublic = certificate.absent('CertificateAuthorityArn')
    for (const { value, node, when: dns } of certificate.known('ValidationMethod', string)) {
      if (value !== 'DNS') continue
      for (const when of isPublic.map((one) => both(one.when, dns)).filter(canHold)) {
        for (const absent of certificate.absent('DomainValidationOptions')) {
          const joint = both(when, absent.when)
          if (canHold(joint)) report({ node, when: joint }, 'none')
        }
        const covered = coveredNames(certificate)
        for (const name of covered ? spelled(certificate, NAMES) : []) {
          const joint = both(when, name.when)
          if (isSpelledOut(name.text) && !covered?.has(plain(name.text)) && canHold(joint))
            report({ node: name.node, when: joint }, 'name', { name: name.text })
        }
      }
    }
  },
})

/** The names that have a zone, where all of them are known; a zone in some case counts. */
function coveredNames(certificate: Resource): Set<string> | undefined {
  if (certificate.facts('DomainValidationOptions').some(({ state }) => state !== 'known')) return undefined
  const options = certificate.items('DomainValidationOptions')
  if (certificate.facts('DomainValidationOptions.*').some(({ state }) => state === 'unknown')) return undefined
  const names = options
    .filter((option) => option.isOpen || option.present('HostedZoneId').length > 0)
    .flatMap((option) => nodesAt(option, 'DomainName').flatMap(({ node, when }) => spellingsOf(certificate.template, node, when)))
  return names.every(({ text }) => isSpelledOut(text)) ? new Set(names.map(({ text }) => plain(text))) : undefined
}

const spelled = (certificate: Resource, paths: readonly string[]): Spelling[] =>
  paths.flatMap((path) => nodesAt(certificate, path).flatMap(({ node, when }) => spellingsOf(certificate.template, node, when)))

/** A wildcard is validated by the record of the name below its star. */
const plain = (name: string): string => name.toLowerCase().replace(/^\*\./, '')
