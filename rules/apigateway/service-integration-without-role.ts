import { both, canHold, defineRule, INTEGRATION_TYPES, integrationsOf } from '#rule'

const SERVICE = /^arn:[^:]+:apigateway:[^:]*:([a-z0-9.-]+):(action|path)\//

export default defineRule({
  id: 'apigateway/service-integration-without-role',
  title: 'A direct AWS service integration needs Credentials',
  severity: 'warning',
  on: INTEGRATION_TYPES,
  why: 'API Gateway calls the service without permission, and every call fails.',
  fix: 'Name a role that API Gateway can take and that may do what is called.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-aws-proxy.html',
      fact: 'An integration with an AWS service is given a role with which API Gateway calls it.',
    },
  ],
  notes: ['002:337', '002:1736'],
  messages: { missing: 'The integration calls {service} without a role; set {name}.' },
  check(resource, { report }) {
    for (const integration of integrationsOf(resource)) {
      for (const when of integration.kind === 'rest' ? integration.whenType('AWS') : []) {
        for (const form of integration.forms('uri')) {
          const service = SERVICE.exec(form.text)?.[1]
          if (service === undefined || service === 'lambda') continue
          for (const absent of integration.absent('credentials')) {
            const joint = [form.when, absent.when].reduce(both, when)
            const node = integration.types()[0]?.node
            if (node && canHold(joint)) report({ node, when: joint }, 'missing', { service, name: integration.name('credentials') })
          }
        }
      }
    }
  },
})
