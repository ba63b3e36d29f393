import { defineRule } from '#rule'
import { nameIn, refusalsIn } from './_callers.ts'

export default defineRule({
  id: 'lambda/trigger-permission-missing',
  title: 'Some triggers are refused without the permission',
  severity: 'error',
  on: ['AWS::Logs::SubscriptionFilter', 'AWS::Config::ConfigRule', 'AWS::SecretsManager::RotationSchedule'],
  why: 'The service tries the function, or its policy, when the trigger is made, and the deployment fails: "Could not execute the lambda function", for one.',
  fix: 'Add an AWS::Lambda::Permission for the function with the service as Principal, and let the trigger depend on it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html',
      fact: 'Another service may invoke a function only where the policy of the function lets it.',
    },
  ],
  notes: ['002:402', '002:1578', '002:1588', '002:1595', '002:1598', '002:1599', '002:1906'],
  messages: {
    missing: 'Nothing lets {service} invoke {function}, which it checks now; add an AWS::Lambda::Permission with that Principal.',
  },
  check(resource, { report }) {
    for (const { use, service, when } of refusalsIn(resource))
      report({ node: use.node, when }, 'missing', { function: nameIn(use), service })
  },
})
