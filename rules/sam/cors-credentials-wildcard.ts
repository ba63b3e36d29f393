import { boolean, both, canHold, childOf, defineRule, string } from '#rule'

export default defineRule({
  id: 'sam/cors-credentials-wildcard',
  title: 'CORS with credentials needs an origin',
  severity: 'error',
  on: ['AWS::Serverless::Api', 'AWS::Serverless::HttpApi'],
  why: 'Browsers refuse credentials for every origin, so the transform does.',
  fix: 'Name the origin in AllowOrigin, or remove AllowCredentials.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-corsconfiguration.html',
      fact: 'AllowCredentials true cannot go with an AllowOrigin of *.',
    },
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/api/api_generator.py',
      fact: 'AllowOrigin that is not set is *.',
    },
  ],
  messages: {
    wildcard: 'AllowCredentials needs an origin, but {name} is *; name the origin.',
    missing: 'AllowCredentials needs an origin; set AllowOrigin, which is * otherwise.',
  },
  check(api, { report }) {
    const isRest = api.type === 'AWS::Serverless::Api'
    for (const cors of isRest ? api.items('Cors') : []) {
      for (const credentials of cors.known('AllowCredentials', boolean)) {
        if (!credentials.value) continue
        for (const origin of cors.possible('AllowOrigin', string)) {
          const when = both(credentials.when, origin.when)
          if (!canHold(when)) continue
          if (origin.state === 'absent') report({ node: credentials.node, when }, 'missing')
          else if (origin.state === 'known' && origin.value === "'*'")
            report({ node: origin.node, when }, 'wildcard', { name: 'AllowOrigin' })
        }
      }
    }
    for (const cors of isRest ? [] : api.items('CorsConfiguration')) {
      if (!cors.known('AllowCredentials', boolean).some(({ value }) => value)) continue
      const origins = childOf(cors.node, 'AllowOrigins')
      const only = origins?.kind === 'sequence' && origins.items.length === 1 ? origins.items[0] : undefined
      if (only?.kind === 'scalar' && only.text === '*') report(only, 'wildcard', { name: 'AllowOrigins' })
    }
  },
})
