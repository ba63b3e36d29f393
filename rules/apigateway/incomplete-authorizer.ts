import { AUTHORIZER_TYPES, type AuthorizerSetting, authorizersOf, both, canHold, defineRule, string, table } from '#rule'

const NEEDED: Readonly<Record<string, AuthorizerSetting>> = table({
  TOKEN: 'uri',
  REQUEST: 'uri',
  COGNITO_USER_POOLS: 'pools',
  JWT: 'jwt',
})

export default defineRule({
  id: 'apigateway/incomplete-authorizer',
  title: 'An authorizer needs a URI, user pools or an issuer, by its type',
  severity: 'error',
  on: AUTHORIZER_TYPES,
  why: 'API Gateway rejects the authorizer.',
  fix: 'Set what the message names.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-authorizer.html',
      fact: 'TOKEN and REQUEST call the function of AuthorizerUri; COGNITO_USER_POOLS needs ProviderARNs.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-authorizer.html',
      fact: 'A REQUEST authorizer needs AuthorizerUri, one for JSON Web Tokens needs JwtConfiguration.',
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
  cfnLint: ['E3708'],
  messages: {
    missing: 'A {type} authorizer needs {name}, which is not set.',
    empty: '{name} is empty; name at least one user pool.',
  },
  check(resource, { report }) {
    for (const authorizer of authorizersOf(resource)) {
      for (const type of authorizer.known('type', string)) {
        const kind = type.value.toUpperCase()
        const needed = NEEDED[kind]
        if (!needed) continue
        const name = authorizer.name(needed)
        for (const absent of authorizer.absent(needed)) {
          const when = both(type.when, absent.when)
          if (canHold(when)) report({ node: type.node, when }, 'missing', { type: kind, name })
        }
        if (needed !== 'pools') continue
        for (const { node, most } of authorizer.properties.counts(name)) {
          const when = both(type.when, most.when)
          if (most.count === 0 && canHold(when)) report({ node, when }, 'empty', { name })
        }
      }
    }
  },
})
