import { apisOf, defineRule, hasUnseenParts, partsOf, string, targetsOf } from '#rule'
import { allowsOrigin } from './_cors-headers.ts'

export default defineRule({
  id: 'apigateway/cors-preflight-missing',
  title: 'A resource that answers with CORS headers needs an OPTIONS method',
  severity: 'warning',
  on: ['AWS::ApiGateway::Method'],
  why: 'Browsers ask with OPTIONS before most calls from another origin; without the method they get status 403 and call nothing.',
  fix: 'Add an OPTIONS method with a mock that answers with the CORS headers.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html',
      fact: 'A resource that is called from other origins has an OPTIONS method that answers preflight requests.',
    },
  ],
  notes: ['002:1616', '002:1617', '002:1619', '002:1620', '002:1621', '002:1971', '002:1985', '002:1986', '002:1987'],
  messages: { missing: '{method} answers with CORS headers, but its resource has no OPTIONS method for preflight requests; add one.' },
  check(method, { report }) {
    const { template } = method
    if (!allowsOrigin(method) || hasUnseenParts(template, 'AWS::ApiGateway::Method')) return
    const [own] = targetsOf(template, method, 'ResourceId')
    for (const verb of method.known('HttpMethod', string)) {
      // A simple request is sent without asking first, but what fails then is not simple.
      if (!own?.resource || ['OPTIONS', 'ANY'].includes(verb.value)) continue
      const all = apisOf(method).flatMap(({ key }) => partsOf(template, key, 'AWS::ApiGateway::Method'))
      const answers = all.some(({ resource }) => {
        const isHere = targetsOf(template, resource, 'ResourceId').some((one) => one.key === own.key || !one.resource)
        return (
          isHere &&
          resource
            .facts('HttpMethod')
            .some(
              (fact) => fact.state === 'unknown' || (fact.state === 'known' && ['OPTIONS', 'ANY'].includes(string.read(fact.value) ?? '')),
            )
        )
      })
      if (all.length > 0 && !answers) report(verb, 'missing', { method: verb.value })
    }
  },
})
