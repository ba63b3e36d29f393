import { defineRule } from '#rule'
import { executionLogs } from './_logging.ts'
import { REST_STAGES } from './_stages.ts'

export default defineRule({
  id: 'apigateway/logging-without-account-role',
  title: 'Execution logging needs the account CloudWatch role',
  severity: 'info',
  on: REST_STAGES,
  why: 'The stage fails unless the role was set for the account and the Region before.',
  fix: 'Make sure that the account has the role, or add an AWS::ApiGateway::Account with CloudWatchRoleArn.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
      fact: 'API Gateway writes execution logs with the role of the account settings.',
    },
  ],
  notes: ['000:570', '000:586', '001:670', '001:672', '002:1676', '002:1678'],
  messages: { none: 'Execution logs need the CloudWatch role of the account, which this template does not set; make sure that it is set.' },
  check(stage, { report }) {
    const { template } = stage
    if (template.isOpen('Resources') || template.resourcesOf('AWS::ApiGateway::Account').length > 0) return
    const [log] = executionLogs(stage)
    if (log) report(log, 'none')
  },
})
