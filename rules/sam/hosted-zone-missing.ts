import { both, canHold, defineRule } from '#rule'

export default defineRule({
  id: 'sam/hosted-zone-missing',
  title: 'Route 53 record of a domain needs its hosted zone',
  severity: 'error',
  on: ['AWS::Serverless::Api', 'AWS::Serverless::HttpApi', 'AWS::Serverless::WebSocketApi'],
  why: 'SAM cannot tell where to put the record; the transform fails.',
  fix: 'Give HostedZoneId or HostedZoneName.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-route53configuration.html',
      fact: 'One of HostedZoneId and HostedZoneName is required.',
    },
  ],
  messages: {
    missing: 'Route53 has neither HostedZoneId nor HostedZoneName; give one of them.',
  },
  check(api, { report }) {
    for (const route of api.items('Domain.Route53')) {
      for (const id of route.absent('HostedZoneId')) {
        for (const name of route.absent('HostedZoneName')) {
          const when = both(id.when, name.when)
          if (canHold(when)) report({ node: route.node, when }, 'missing')
        }
      }
    }
  },
})
