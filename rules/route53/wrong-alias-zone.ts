import { awsHostsAt, both, canHold, defineRule, RECORD_TYPES, recordsIn, string, table, targetsOf, zonesOf } from '#rule'

/** Of all distributions, in AWS and in China. */
const CLOUDFRONT = ['Z2FDTNDATAQYW2', 'Z3RFFRIM2A3IF5']

const WANTED: Readonly<Record<string, string>> = table({
  'AWS::CloudFront::Distribution': 'Z2FDTNDATAQYW2',
  'AWS::ElasticLoadBalancingV2::LoadBalancer': '!GetAtt X.CanonicalHostedZoneID',
  'AWS::ElasticLoadBalancing::LoadBalancer': '!GetAtt X.CanonicalHostedZoneNameID',
  'AWS::ApiGateway::DomainName': '!GetAtt X.RegionalHostedZoneId or !GetAtt X.DistributionHostedZoneId',
  'AWS::ApiGatewayV2::DomainName': '!GetAtt X.RegionalHostedZoneId',
  cloudfront: 'Z2FDTNDATAQYW2',
  elb: 'the one of load balancers in its Region',
  website: 'the one of S3 websites in its Region',
  apigateway: 'the one of API Gateway in its Region',
})

export default defineRule({
  id: 'route53/wrong-alias-zone',
  title: 'An alias target needs the hosted zone ID of its service',
  severity: 'error',
  on: [...RECORD_TYPES],
  why: 'Route 53 rejects the record: the alias target lies in another zone, or does not exist there.',
  fix: 'For CloudFront write Z2FDTNDATAQYW2; for a load balancer use its CanonicalHostedZoneID; never the ID of your own zone.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html',
      fact: 'HostedZoneId of an alias target is that of the service: one fixed ID for CloudFront, an attribute of a load balancer or of the domain of an API.',
    },
  ],
  notes: ['001:603', '001:607', '001:770', '002:1134', '002:1137', '002:1139'],
  messages: {
    own: 'HostedZoneId is a zone of your own; an alias target needs that of its service, {wanted}.',
    other: 'HostedZoneId is that of another one; it must be {wanted}.',
    id: 'HostedZoneId is {value}; for CloudFront it is always Z2FDTNDATAQYW2.',
  },
  check(resource, { report }) {
    const { template } = resource
    for (const record of recordsIn(resource)) {
      const own = zonesOf(record)
      for (const alias of record.properties.items('AliasTarget')) {
        const hosts = awsHostsAt(template, alias, 'DNSName')
        for (const { service, resource: target, when } of hosts) {
          const wanted = WANTED[target?.type ?? service] ?? ''
          for (const { key, resource: zone, node, when: under } of targetsOf(template, alias, 'HostedZoneId')) {
            const joint = both(when, under)
            const isZone = zone ? zone.type === 'AWS::Route53::HostedZone' : own.some((one) => one.key === key)
            const isOther = zone && target && !isZone && zone !== target && zone.type === target.type
            if ((isZone || isOther) && canHold(joint))
              report({ node, when: joint }, isZone ? 'own' : 'other', { wanted: wanted.replace('X', target?.id ?? 'X') })
          }
          if (service !== 'cloudfront') continue
          for (const id of alias.known('HostedZoneId', string)) {
            const joint = both(when, id.when)
            const isKnown = CLOUDFRONT.includes(id.value) || id.via || own.some(({ key }) => key === `=${id.value}`)
            if (!isKnown && /^Z[A-Z0-9]+$/.test(id.value) && canHold(joint))
              report({ node: id.node, when: joint }, 'id', { value: id.value })
          }
        }
      }
    }
  },
})
