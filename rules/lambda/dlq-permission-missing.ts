import { arnsAt, defineRule } from '#rule'
import { pathFor } from './_function.ts'
import { rolesLacking } from './_roles.ts'

export default defineRule({
  id: 'lambda/dlq-permission-missing',
  title: 'The role must be able to send to the dead-letter target',
  severity: 'error',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'Lambda rejects the function: its role has to be able to send there.',
  fix: 'Allow sqs:SendMessage on the queue, or sns:Publish on the topic, in a policy of the role.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
      fact: 'The execution role needs sqs:SendMessage or sns:Publish for the dead-letter target.',
    },
  ],
  notes: ['001:750', '002:223', '002:1577'],
  messages: {
    missing: 'The role {role} does not allow {action}, which the dead-letter target needs; add it to a policy of the role.',
  },
  check(fn, { report }) {
    // A policy of the target can let the role in as well.
    if (fn.template.resourcesOf('AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy').length > 0) return
    for (const target of arnsAt(fn.template, fn, pathFor(fn, 'deadLetterTarget'))) {
      const action = target.service === 'sqs' ? 'sqs:SendMessage' : target.service === 'sns' ? 'sns:Publish' : undefined
      if (!action) continue
      for (const { role, when } of rolesLacking(fn, target.when, [action]))
        report({ node: target.node, when, related: [{ node: role.resource.key, message: 'the role' }] }, 'missing', {
          role: role.resource.id,
          action,
        })
    }
  },
})
