import { boolean, defineRule, string } from '#rule'

export default defineRule({
  id: 'lambda/url-cors-credentials-wildcard',
  title: 'Function URL CORS credentials are useless with the origin *',
  severity: 'warning',
  on: ['AWS::Lambda::Url', 'AWS::Serverless::Function'],
  why: 'Browsers refuse an answer that allows credentials to every origin.',
  fix: 'Name the origins that may send credentials.',
  sources: [
    {
      url: 'https://developer.mozilla.org/docs/Web/HTTP/Guides/CORS',
      fact: 'An answer to a request with credentials has to name the origin; "*" is refused.',
    },
  ],
  notes: ['002:1620', '002:1621', '002:1626', '002:1988'],
  messages: {
    all: 'AllowOrigins is "*" while AllowCredentials is true, which browsers refuse; name the origins.',
  },
  check(resource, { report }) {
    const cors = resource.type === 'AWS::Lambda::Url' ? 'Cors' : 'FunctionUrlConfig.Cors'
    for (const credentials of resource.known(`${cors}.AllowCredentials`, boolean).filter(({ value }) => value)) {
      for (const origin of resource.under(credentials.when).known(`${cors}.AllowOrigins.*`, string))
        if (origin.value === '*') report(origin, 'all')
    }
  },
})
