import { defineRule } from '#rule'
import { makesRole, policiesOf } from './_policies.ts'

export default defineRule({
  id: 'sam/overbroad-managed-policy',
  title: 'Function gets a full-access managed policy',
  severity: 'info',
  on: ['AWS::Serverless::Function', 'AWS::Serverless::StateMachine'],
  why: 'Whoever gets the code to do something unforeseen can then do everything in that service, to every resource of the account.',
  fix: 'Use policy templates or connectors, which name one resource and the actions that are needed.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-templates.html',
      fact: 'Policy templates scope the permissions of a function to the resources that the application uses.',
    },
  ],
  notes: ['001:36', '001:37', '001:38', '001:39'],
  messages: { broad: '{policy} allows more than one function needs; use policy templates such as {instead}, or a connector.' },
  check(resource, { report }) {
    if (!makesRole(resource)) return
    for (const { node, when, fact } of policiesOf(resource)) {
      if (fact.state !== 'known') continue
      if (fact.value.kind === 'scalar') {
        const policy = fact.value.text.replace(/^arn:[^:]*:iam::aws:policy\//, '')
        if (/^(AdministratorAccess|PowerUserAccess|[\w-]*FullAccess)$/.test(policy))
          report({ node, when }, 'broad', { policy, instead: narrower(policy) })
      } else if (fact.value.kind === 'mapping') {
        const key = fact.value.entries[0]?.key
        if (key?.text === 'S3FullAccessPolicy' && fact.value.entries.length === 1)
          report({ node, span: key.span, when }, 'broad', { policy: key.text, instead: 'S3ReadPolicy or S3CrudPolicy' })
      }
    }
  },
})

function narrower(policy: string): string {
  if (/S3/.test(policy)) return 'S3ReadPolicy or S3CrudPolicy'
  if (/DynamoDB/.test(policy)) return 'DynamoDBReadPolicy or DynamoDBCrudPolicy'
  if (/SQS/.test(policy)) return 'SQSSendMessagePolicy or SQSPollerPolicy'
  if (/SNS/.test(policy)) return 'SNSPublishMessagePolicy'
  if (/Lambda/.test(policy)) return 'LambdaInvokePolicy'
  if (/Kinesis/.test(policy)) return 'KinesisStreamReadPolicy'
  return 'S3ReadPolicy or DynamoDBReadPolicy'
}
