import { boolean, both, canHold, defineRule, string } from '#rule'

export default defineRule({
  id: 'sam/cors-credentials-wildcard',
  title: 'CORS with credentials needs an origin',
  severity: 'error',
  on: ['AWS::Serverless::Api'],
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
    wildcard: 'AllowCredentials needs an origin, but AllowOrigin is *; name the origin.',
    missing: 'AllowCredentials needs an origin; set AllowOrigin, which is * otherwise.',
  },
  check(api, { report }) {
    for (const cors of api.items('Cors')) {
      for (const credentials of cors.known('AllowCredentials', boolean)) {
        if (!credentials.value) continue
        for (const origin of cors.possible('AllowOrigin', string)) {
          const when = both(credentials.when, origin.when)
          if (!canHold(when)) continue
          if (origin.state === 'absent') report({ node: credentials.node, when }, 'missing')
          else if (origin.state === 'known' && origin.value === "'*'") report({ node: origin.node, when }, 'wildcard')
        }
      }
    }
  },
})
