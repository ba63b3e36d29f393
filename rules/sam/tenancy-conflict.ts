import { atKey, both, canHold, defineRule, eventsOf, present } from '#rule'

export default defineRule({
  id: 'sam/tenancy-conflict',
  title: 'Function with tenant isolation has a feature that excludes it',
  severity: 'error',
  on: ['AWS::Serverless::Function'],
  why: 'Functions that are isolated by tenant know neither provisioned concurrency, function URLs nor SnapStart, and only APIs can call them.',
  fix: 'Remove the feature, or TenancyConfig.',
  sources: [
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/sam_resources.py',
      fact: 'Refuses these properties and all events but those of APIs.',
    },
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/tenant-isolation.html',
      fact: 'Function URLs, provisioned concurrency, SnapStart and event source mappings are not supported.',
    },
  ],
  messages: {
    property: '{name} cannot be used with TenancyConfig; remove one of them.',
    event: 'Events of type {type} cannot call a function with TenancyConfig; only Api and HttpApi events can.',
  },
  check(resource, { report }) {
    for (const tenancy of present(resource, 'TenancyConfig')) {
      for (const name of ['ProvisionedConcurrencyConfig', 'FunctionUrlConfig', 'SnapStart']) {
        for (const fact of present(resource, name)) {
          const when = both(tenancy.when, fact.when)
          if (canHold(when)) report(atKey(fact, when), 'property', { name })
        }
      }
      for (const { type } of eventsOf(resource)) {
        if (type && !['Api', 'HttpApi'].includes(type.text)) report({ node: type, when: tenancy.when }, 'event', { type: type.text })
      }
    }
  },
})
