import { both, canHold, defineRule, INTEGRATION_TYPES, integrationsOf } from '#rule'

export default defineRule({
  id: 'apigateway/mock-status-missing',
  title: 'A MOCK integration needs a request template with a statusCode',
  severity: 'warning',
  on: INTEGRATION_TYPES,
  why: 'A mock takes the status that it answers with from the request template; without one every call ends with status 500.',
  fix: 'Set the request template of application/json to {"statusCode": 200}.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html',
      fact: 'The integration request template of a mock gives the statusCode by which the integration response is chosen.',
    },
  ],
  notes: ['001:659', '001:660', '002:332', '002:334', '002:335', '002:336', '002:337', '002:338', '002:1631'],
  messages: {
    missing: 'A mock needs {name} with a statusCode, which is not set; give application/json a template with "statusCode": 200.',
    status: 'No request template of the mock has a statusCode; add "statusCode": 200 to it.',
  },
  check(resource, { report }) {
    for (const integration of integrationsOf(resource)) {
      const name = integration.name('requestTemplates')
      for (const when of integration.kind === 'rest' ? integration.whenType('MOCK') : []) {
        const mock = integration.under(when)
        for (const absent of mock.absent('requestTemplates')) {
          const node = integration.types()[0]?.node
          if (node && canHold(absent.when)) report({ node, when: absent.when }, 'missing', { name })
        }
        for (const templates of mock.properties.items(name)) {
          const forms = templates.facts('*')
          if (templates.isOpen || forms.length === 0) continue
          const has = forms.some((fact) => fact.state !== 'known' || fact.value.kind !== 'scalar' || fact.value.text.includes('statusCode'))
          if (!has) report({ node: templates.node, when: both(when, templates.when) }, 'status')
        }
      }
    }
  },
})
