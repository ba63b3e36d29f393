import { boolean, defineRule, jointly, string } from '#rule'

export default defineRule({
  id: 'cloudfront/alias-without-certificate',
  title: 'A distribution with alternate names must have a certificate for them',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront takes other names only with a certificate that covers them, and the stack fails.',
  fix: 'Name a certificate for these names in ViewerCertificate, with SslSupportMethod sni-only.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html',
      fact: 'To use alternate domain names a distribution needs a trusted certificate that covers them.',
    },
  ],
  notes: ['001:610', '001:872', '002:1139'],
  messages: {
    without: 'The name "{alias}" needs a certificate; set AcmCertificateArn in ViewerCertificate.',
    default: 'The name "{alias}" needs a certificate of its own, not that of CloudFront; set AcmCertificateArn.',
  },
  check(distribution, { report }) {
    const config = 'DistributionConfig'
    const aliases = [...distribution.known(`${config}.Aliases.*`, string), ...distribution.known(`${config}.CNAMEs.*`, string)]
    const [alias] = aliases
    if (!alias) return
    const certificate = `${config}.ViewerCertificate`
    for (const acm of distribution.absent(`${certificate}.AcmCertificateArn`)) {
      for (const iam of distribution.absent(`${certificate}.IamCertificateId`)) {
        const when = jointly(alias.when, acm.when, iam.when)
        if (!when) continue
        const isDefault = distribution
          .under(when)
          .known(`${certificate}.CloudFrontDefaultCertificate`, boolean)
          .some(({ value }) => value)
        report({ node: alias.node, when }, isDefault ? 'default' : 'without', { alias: alias.value })
      }
    }
  },
})
