import { both, canHold, defineRule, waitsFor } from '#rule'
import { executionLogs } from './_logging.ts'
import { REST_STAGES } from './_stages.ts'

export default defineRule({
  id: 'apigateway/logging-before-account',
  title: 'A logging stage should wait for the account role of the template',
  severity: 'warning',
  on: REST_STAGES,
  why: 'Where the stage is made first, it fails: "CloudWatch Logs role ARN must be set in account settings".',
  fix: 'Name the AWS::ApiGateway::Account in DependsOn of the stage.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-account.html',
      fact: 'The role for logs is set once for the account, by a resource on which stages do not depend by themselves.',
    },
  ],
  notes: ['000:570', '000:586', '001:670', '001:672'],
  messages: { early: 'The stage writes logs but does not wait for {account}, which sets the role for that; add DependsOn: {account}.' },
  check(stage, { report }) {
    const { template } = stage
    const [log] = executionLogs(stage)
    if (!log || template.isRewritten) return
    const waits = waitsFor(template, stage.id)
    const accounts = template.resourcesOf('AWS::ApiGateway::Account')
    if (accounts.some(({ id }) => waits.has(id))) return
    for (const account of accounts.slice(0, 1)) {
      const when = both(log.when, account.when)
      if (canHold(when)) report({ node: log.node, when }, 'early', { account: account.id })
    }
  },
})
