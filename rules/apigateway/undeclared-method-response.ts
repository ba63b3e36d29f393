import { both, canHold, defineRule, integrationsOf, string } from '#rule'

const HEADER = /^method\.response\.header\./

export default defineRule({
  id: 'apigateway/undeclared-method-response',
  title: 'Integration responses may only set headers that the method response declares',
  severity: 'error',
  on: ['AWS::ApiGateway::Method'],
  why: 'API Gateway rejects the integration response.',
  fix: 'Declare each header in the ResponseParameters of the method response of that status.',
  sources: [
    {
      url: 'https://github.com/awslabs/aws-solutions-constructs/issues/1130',
      fact: 'A header that the method response does not declare fails the deployment: Invalid mapping expression parameter specified.',
    },
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-method-settings-execution-console.html',
      fact: 'A method response is declared before an integration response is mapped to it, headers included.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-method-integrationresponse.html',
      fact: 'The destination of a response parameter is a header that the method response declares.',
    },
  ],
  notes: [
    '001:641',
    '001:659',
    '001:660',
    '001:661',
    '001:684',
    '001:686',
    '002:285',
    '002:289',
    '002:290',
    '002:294',
    '002:295',
    '002:296',
    '002:1624',
    '002:1625',
  ],
  messages: {
    header: 'The header {header} is not declared in the method response {status}; add {key} to its ResponseParameters.',
  },
  check(method, { report }) {
    if (
      method.facts('MethodResponses.*').some(({ state }) => state === 'unknown') ||
      method.facts('MethodResponses').some(({ state }) => state === 'unknown')
    )
      return
    const declared = method.items('MethodResponses')
    if (declared.some((one) => one.isOpen || one.facts('StatusCode').some(({ state }) => state === 'unknown'))) return
    for (const integration of integrationsOf(method)) {
      for (const when of integration.whenType('AWS', 'HTTP', 'MOCK')) {
        for (const response of integration.under(when).properties.items('IntegrationResponses')) {
          for (const status of response.known('StatusCode', string)) {
            const same = declared.filter(
              (one) => canHold(both(one.when, status.when)) && one.known('StatusCode', string).some(({ value }) => value === status.value),
            )
            for (const headers of same.length ? response.under(status.when).items('ResponseParameters') : []) {
              for (const { key } of headers.entries.filter(({ key }) => HEADER.test(key.text))) {
                const name = key.text.replace(HEADER, '').toLowerCase()
                const isDeclared = same.some((one) =>
                  one
                    .facts('ResponseParameters')
                    .some(
                      (fact) =>
                        fact.state === 'unknown' ||
                        (fact.state === 'known' &&
                          fact.value.kind === 'mapping' &&
                          fact.value.entries.some(
                            (entry) => entry.key.text.replace(HEADER, '').toLowerCase() === name || entry.key.text.startsWith('Fn::'),
                          )),
                    ),
                )
                if (!isDeclared)
                  report({ node: key, when: headers.when }, 'header', {
                    header: key.text.replace(HEADER, ''),
                    status: status.value,
                    key: key.text,
                  })
              }
            }
          }
        }
      }
    }
  },
})
