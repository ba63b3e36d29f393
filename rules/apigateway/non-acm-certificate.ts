import { defineRule, string, table } from '#rule'

const PATHS: Readonly<Record<string, readonly string[]>> = table({
  'AWS::ApiGateway::DomainName': ['CertificateArn', 'RegionalCertificateArn'],
  'AWS::ApiGatewayV2::DomainName': ['DomainNameConfigurations.*.CertificateArn'],
  'AWS::Serverless::Api': ['Domain.CertificateArn'],
  'AWS::Serverless::HttpApi': ['Domain.CertificateArn'],
})

export default defineRule({
  id: 'apigateway/non-acm-certificate',
  title: 'Custom domains take ACM certificates',
  severity: 'error',
  on: ['AWS::ApiGateway::DomainName', 'AWS::ApiGatewayV2::DomainName', 'AWS::Serverless::Api', 'AWS::Serverless::HttpApi'],
  why: 'API Gateway rejects the domain.',
  fix: 'Import the certificate into ACM and give its ARN there.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html',
      fact: 'The certificate of a custom domain is one of ACM, issued or imported there.',
    },
  ],
  notes: ['000:588'],
  messages: { other: 'The certificate is "{arn}"; a custom domain takes one of ACM: import it there.' },
  check(resource, { report }) {
    for (const path of PATHS[resource.type] ?? [])
      for (const arn of resource.known(path, string)) if (/^arn:[^:]+:(?!acm:)/.test(arn.value)) report(arn, 'other', { arn: arn.value })
  },
})
