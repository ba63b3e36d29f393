import { defineRule, listOf, nodesAt } from '#rule'
import { rolesLacking } from './_roles.ts'

export default defineRule({
  id: 'lambda/logging-permission-missing',
  title: 'The execution role should be able to write logs',
  severity: 'warning',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'The function runs and leaves no log.',
  fix: 'Give the role the managed policy service-role/AWSLambdaBasicExecutionRole.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
      fact: 'A function needs permission to write its log to CloudWatch Logs.',
    },
  ],
  notes: ['002:263', '002:1605'],
  messages: {
    missing: 'The role {role} does not allow {actions}, so the function leaves no log; add AWSLambdaBasicExecutionRole.',
  },
  check(fn, { report }) {
    for (const { role, when, missing } of rolesLacking(fn, fn.when, ['logs:CreateLogStream', 'logs:PutLogEvents'])) {
      const [place] = nodesAt(fn, 'Role')
      report({ node: place?.node ?? fn.key, when, related: [{ node: role.resource.key, message: 'the role' }] }, 'missing', {
        role: role.resource.id,
        actions: listOf(missing, 'and'),
      })
    }
  },
})
