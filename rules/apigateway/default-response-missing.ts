import { defineRule, integrationsOf, jointly, string } from '#rule'

export default defineRule({
  id: 'apigateway/default-response-missing',
  title: 'One integration response should have no SelectionPattern',
  severity: 'warning',
  on: ['AWS::ApiGateway::Method'],
  why: 'What the backend answers that fits no pattern ends with status 500.',
  fix: 'Leave SelectionPattern out in one response, which then takes what fits no other.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-method-integrationresponse.html',
      fact: 'A response without a selection pattern is the default for what matches none.',
    },
  ],
  notes: ['001:641', '001:684', '001:686'],
  messages: { none: 'Every integration response has a SelectionPattern; leave it out in one, for what fits no pattern.' },
  check(method, { report }) {
    for (const integration of integrationsOf(method)) {
      for (const when of integration.whenType('AWS', 'HTTP')) {
        const { properties } = integration.under(when)
        const patterns = properties.facts('IntegrationResponses.*.SelectionPattern')
        if (patterns.length === 0 || !patterns.every((fact) => fact.state === 'known' && (string.read(fact.value) ?? '') !== '')) continue
        for (const { node, least } of properties.counts('IntegrationResponses')) {
          const joint = jointly(when, least.when)
          if (least.count === patterns.length && joint) report({ node, when: joint }, 'none')
        }
      }
    }
  },
})
