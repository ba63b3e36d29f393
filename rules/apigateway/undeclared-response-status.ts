import { both, canHold, defineRule, integrationsOf, string } from '#rule'

export default defineRule({
  id: 'apigateway/undeclared-response-status',
  title: 'An integration response needs a method response of the same status',
  severity: 'warning',
  on: ['AWS::ApiGateway::Method'],
  why: 'The API is deployed, and every answer that this response is chosen for ends with status 500: "Output mapping refers to an invalid method response".',
  fix: 'Declare the status in MethodResponses.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-method-settings-execution-console.html',
      fact: 'A method response is declared for each status code before an integration response is mapped to it.',
    },
    {
      url: 'https://github.com/serverless-operations/serverless-apigateway-service-proxy/issues/179',
      fact: 'A status without a method response fails when it is called, not when it is deployed.',
    },
  ],
  notes: ['001:641', '001:659', '001:684', '002:285', '002:289', '002:294'],
  messages: { status: 'The integration answers with status {status}, which MethodResponses does not declare; declare it there.' },
  check(method, { report }) {
    const statuses = method.facts('MethodResponses.*.StatusCode')
    if (statuses.length === 0 || statuses.some(({ state }) => state === 'unknown')) return
    // That there are none at all is told by another rule.
    if (method.absent('MethodResponses').length > 0) return
    const declared = method.known('MethodResponses.*.StatusCode', string)
    for (const integration of integrationsOf(method)) {
      for (const when of integration.whenType('AWS', 'HTTP', 'MOCK')) {
        for (const status of integration.under(when).properties.known('IntegrationResponses.*.StatusCode', string)) {
          const isDeclared = declared.some((one) => one.value === status.value && canHold(both(one.when, status.when)))
          if (!isDeclared) report(status, 'status', { status: status.value })
        }
      }
    }
  },
})
