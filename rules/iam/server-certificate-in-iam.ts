import { atKey, defineRule, present, string, table } from '#rule'

const ARNS: Readonly<Record<string, string>> = table({
  'AWS::CloudFront::Distribution': 'DistributionConfig.ViewerCertificate.AcmCertificateArn',
  'AWS::ElasticLoadBalancing::LoadBalancer': 'Listeners.*.SSLCertificateId',
  'AWS::ElasticLoadBalancingV2::Listener': 'Certificates.*.CertificateArn',
})

export default defineRule({
  id: 'iam/server-certificate-in-iam',
  title: 'Keep server certificates in ACM',
  severity: 'info',
  on: [
    'AWS::IAM::ServerCertificate',
    'AWS::ElasticLoadBalancingV2::Listener',
    'AWS::ElasticLoadBalancing::LoadBalancer',
    'AWS::CloudFront::Distribution',
  ],
  why: 'Nobody renews a certificate in IAM; when it expires, the site is down.',
  fix: 'Request or import the certificate in AWS Certificate Manager.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_server-certs.html',
      fact: 'IAM is for certificates in Regions without ACM; ACM provides, deploys and renews them.',
    },
  ],
  notes: ['001:107', '001:108', '001:109'],
  messages: {
    certificate: 'The certificate is kept in IAM, which does not renew it; use AWS Certificate Manager.',
  },
  check(resource, { report }) {
    const path = ARNS[resource.type]
    if (path === undefined) return report({ node: resource.key, when: resource.when }, 'certificate')
    for (const fact of resource.known(path, string))
      if (/^arn:[^:]+:iam:.*:server-certificate\//.test(fact.value)) report(fact, 'certificate')
    if (resource.type === 'AWS::CloudFront::Distribution')
      for (const fact of present(resource, 'DistributionConfig.ViewerCertificate.IamCertificateId')) report(atKey(fact), 'certificate')
  },
})
