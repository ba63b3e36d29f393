import { both, canHold, defineRule, string } from '#rule'

const ONE_HEADER = /^method\.request\.header\.[^\s,]+$/
const ANY = /^(method\.request\.(header|querystring|multivalueheader|multivaluequerystring)\.[^\s,]+|(stageVariables|context)\.[^\s,]+)$/

export default defineRule({
  id: 'apigateway/malformed-identity-source',
  title: 'IdentitySource must be a request mapping expression',
  severity: 'error',
  on: ['AWS::ApiGateway::Authorizer'],
  why: 'API Gateway rejects the authorizer.',
  fix: 'Write method.request.header.NAME; for a REQUEST authorizer also querystring, stageVariables and context, parted by commas.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-authorizer.html',
      fact: 'The identity source of TOKEN and COGNITO_USER_POOLS is one header, that of REQUEST a list of mapping expressions parted by commas.',
    },
  ],
  notes: [
    '000:564',
    '001:647',
    '001:648',
    '001:712',
    '002:363',
    '002:400',
    '002:401',
    '002:402',
    '002:1630',
    '003:227',
    '003:352',
    '003:379',
    '004:336',
    '004:338',
  ],
  messages: {
    header: 'IdentitySource is "{source}"; for {type} it must be one header, as method.request.header.Authorization.',
    request: 'IdentitySource has "{source}", which is no part of a request; write it as method.request.header.{source} or the like.',
  },
  check(authorizer, { report }) {
    for (const source of authorizer.known('IdentitySource', string)) {
      for (const type of authorizer.known('Type', string)) {
        const place = { node: source.node, when: both(source.when, type.when) }
        if (!canHold(place.when)) continue
        if (['TOKEN', 'COGNITO_USER_POOLS'].includes(type.value) && !ONE_HEADER.test(source.value))
          report(place, 'header', { source: source.value, type: type.value })
        const wrong = type.value === 'REQUEST' ? source.value.split(',').find((one) => !ANY.test(one.trim())) : undefined
        if (wrong !== undefined) report(place, 'request', { source: wrong.trim() })
      }
    }
  },
})
