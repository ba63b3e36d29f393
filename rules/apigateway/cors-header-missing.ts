import { defineRule, integrationsOf, string } from '#rule'
import { corsHeaders } from './_cors-headers.ts'

export default defineRule({
  id: 'apigateway/cors-header-missing',
  title: 'A preflight answer needs the allow-origin, -methods and -headers headers',
  severity: 'warning',
  on: ['AWS::ApiGateway::Method'],
  why: 'Browsers take a preflight answer without one of them for a refusal.',
  fix: 'Set the missing header in the integration response and declare it in the method response.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html',
      fact: 'The OPTIONS method answers with Access-Control-Allow-Methods, -Headers and -Origin.',
    },
  ],
  notes: ['001:661', '002:1616', '002:1617', '002:1619', '002:1620', '002:1621', '002:1971', '002:1985', '002:1986', '002:1987'],
  messages: { missing: 'The preflight answer sets no Access-Control-Allow-{header}; set it and declare it in MethodResponses.' },
  check(method, { report }) {
    for (const { when } of method.known('HttpMethod', string).filter(({ value }) => value === 'OPTIONS')) {
      for (const integration of integrationsOf(method)) {
        for (const mock of integration.under(when).whenType('MOCK')) {
          const responses = integration.properties.items('IntegrationResponses')
          const set = corsHeaders(responses)
          const [first] = responses
          if (!set?.size || !first) continue
          for (const [name, header] of [
            ['origin', 'Origin'],
            ['methods', 'Methods'],
            ['headers', 'Headers'],
          ] as const)
            if (!set.has(name))
              report(
                { node: first.entries.find(({ key }) => key.text === 'ResponseParameters')?.value ?? first.node, when: mock },
                'missing',
                { header },
              )
        }
      }
    }
  },
})
