import { defineRule, string } from '#rule'

export default defineRule({
  id: 'elasticloadbalancingv2/certificate-missing',
  title: 'An HTTPS or TLS listener needs a certificate',
  severity: 'error',
  on: ['AWS::ElasticLoadBalancingV2::Listener'],
  why: 'Elastic Load Balancing rejects the listener: "A certificate must be specified for HTTPS listeners".',
  fix: 'Give Certificates with one CertificateArn; further ones go into ListenerCertificate.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-listener.html',
      fact: 'The default certificate is required for a secure listener.',
    },
  ],
  notes: ['001:374', '001:378', '001:379', '001:380', '002:52', '002:70', '002:155', '002:162', '003:107'],
  cfnLint: ['E3676'],
  messages: {
    missing: 'A listener with the protocol {protocol} needs a certificate in Certificates, which is not set.',
  },
  check(listener, { report }) {
    for (const protocol of listener.known('Protocol', string).filter(({ value }) => value === 'HTTPS' || value === 'TLS')) {
      const here = listener.under(protocol.when)
      for (const absent of here.absent('Certificates')) report(absent, 'missing', { protocol: protocol.value })
      for (const { node, least } of here.counts('Certificates'))
        if (least.count === 0) report({ node, when: least.when }, 'missing', { protocol: protocol.value })
    }
  },
})
