import { atKey, both, canHold, defineRule, present } from '#rule'

export default defineRule({
  id: 'sam/vpc-endpoint-ids-twice',
  title: 'Endpoint configuration lists VPC endpoints under two names',
  severity: 'error',
  on: ['AWS::Serverless::Api'],
  why: 'VPCEndpointIds and VpcEndpointIds are two spellings of one setting; the transform fails at both.',
  fix: 'Put all endpoints under VPCEndpointIds.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-endpointconfiguration.html',
      fact: 'The endpoints of a private API are listed in VPCEndpointIds.',
    },
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/api/api_generator.py',
      fact: 'The other spelling is taken too, but not both together.',
    },
  ],
  messages: {
    twice: 'VPCEndpointIds and VpcEndpointIds are the same setting; put all endpoints under VPCEndpointIds.',
  },
  check(api, { report }) {
    for (const one of present(api, 'EndpointConfiguration.VpcEndpointIds')) {
      for (const other of present(api, 'EndpointConfiguration.VPCEndpointIds')) {
        const when = both(one.when, other.when)
        if (canHold(when)) report(atKey(one, when), 'twice')
      }
    }
  },
})
