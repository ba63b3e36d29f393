import { both, canHold, defineRule, string } from '#rule'

import { isGateway, servicesOf } from './_endpoints.ts'

export default defineRule({
  id: 'ec2/gateway-endpoint-for-other-service',
  title: 'Gateway endpoints exist for S3 and DynamoDB only',
  severity: 'error',
  on: ['AWS::EC2::VPCEndpoint'],
  why: 'EC2 rejects the endpoint: the type does not match the service.',
  fix: 'Set VpcEndpointType to Interface; an endpoint that names no type is a gateway.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
      fact: 'Gateway endpoints lead to Amazon S3 and DynamoDB.',
    },
  ],
  notes: ['001:640', '001:788', '001:793', '001:797', '001:798', '001:799', '001:1113', '001:1114', '002:755', '004:69'],
  messages: {
    gateway: '{service} has no gateway endpoints; set VpcEndpointType to Interface.',
    untyped: '{service} has no gateway endpoints, and without VpcEndpointType this is one; set it to Interface.',
  },
  check(endpoint, { report }) {
    for (const type of endpoint.possible('VpcEndpointType', string)) {
      if (type.state === 'unknown' || (type.state === 'known' && type.value !== 'Gateway')) continue
      for (const { service, node, when } of servicesOf(endpoint)) {
        const joint = both(type.when, when)
        if (!isGateway(service) && canHold(joint))
          report({ node, when: joint }, type.state === 'known' ? 'gateway' : 'untyped', { service })
      }
    }
  },
})
