import { both, canHold, defineRule, endpointIs, string } from '#rule'

export default defineRule({
  id: 'apigateway/edge-certificate-outside-us-east-1',
  title: 'Edge domains need a certificate in us-east-1',
  severity: 'error',
  on: ['AWS::ApiGateway::DomainName', 'AWS::Serverless::Api'],
  why: 'API Gateway rejects the domain: CloudFront serves it, and finds certificates in us-east-1 only.',
  fix: 'Use a certificate of us-east-1, or make the domain REGIONAL.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-edge-optimized-custom-domain-name.html',
      fact: 'The certificate of an edge-optimized domain name is in us-east-1.',
    },
  ],
  notes: ['000:588'],
  messages: {
    region: 'The certificate is in {region}, but an edge-optimized domain needs one in us-east-1; use such, or make the domain REGIONAL.',
  },
  check(resource, { report }) {
    const isSam = resource.type === 'AWS::Serverless::Api'
    const edges = isSam
      ? resource.known('Domain.EndpointConfiguration', string).flatMap(({ value, when }) => (value === 'EDGE' ? [when] : []))
      : endpointIs(resource, 'EDGE')
    for (const certificate of resource.known(isSam ? 'Domain.CertificateArn' : 'CertificateArn', string)) {
      const region = /^arn:aws:acm:([a-z0-9-]+):/.exec(certificate.value)?.[1]
      if (region === undefined || region === 'us-east-1') continue
      for (const edge of edges) {
        const when = both(certificate.when, edge)
        if (canHold(when)) report({ node: certificate.node, when }, 'region', { region })
      }
    }
  },
})
