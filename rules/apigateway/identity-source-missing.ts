import { AUTHORIZER_TYPES, authorizersOf, both, canHold, defineRule, number, string } from '#rule'

export default defineRule({
  id: 'apigateway/identity-source-missing',
  title: 'Authorizers need an IdentitySource',
  severity: 'error',
  on: AUTHORIZER_TYPES,
  why: 'API Gateway rejects the authorizer.',
  fix: 'Name what identifies the caller, for example method.request.header.Authorization.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-authorizer.html',
      fact: 'IdentitySource is needed for TOKEN and COGNITO_USER_POOLS, and for REQUEST while results are cached, which they are unless the TTL is 0.',
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
    missing: 'A {type} authorizer needs {name}, which is not set.',
    cached: 'A REQUEST authorizer whose results are cached needs {name}; set it, or set {ttl} to 0.',
  },
  check(resource, { report }) {
    for (const authorizer of authorizersOf(resource)) {
      if (authorizer.kind !== 'rest') continue
      const name = authorizer.name('identity')
      for (const type of authorizer.known('type', string)) {
        const kind = type.value.toUpperCase()
        // In a definition the name of the header stands beside the authorizer.
        if (kind !== 'REQUEST' && authorizer.place === 'body') continue
        for (const absent of authorizer.absent('identity')) {
          const when = both(type.when, absent.when)
          if (!canHold(when)) continue
          if (kind === 'TOKEN' || kind === 'COGNITO_USER_POOLS') report({ node: type.node, when }, 'missing', { type: kind, name })
          if (kind !== 'REQUEST') continue
          for (const ttl of authorizer.possible('ttl', number)) {
            const cached = both(when, ttl.when)
            if (ttl.state !== 'unknown' && !(ttl.state === 'known' && ttl.value === 0) && canHold(cached))
              report({ node: type.node, when: cached }, 'cached', { name, ttl: authorizer.name('ttl') })
          }
        }
      }
    }
  },
})
