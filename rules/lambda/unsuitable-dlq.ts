import { defineRule, string, writtenOf } from '#rule'
import { pathFor } from './_function.ts'
import { fifoCases, targetsAt } from './_targets.ts'

export default defineRule({
  id: 'lambda/unsuitable-dlq',
  title: 'Dead letters of a function go to a standard queue or topic',
  severity: 'error',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'Lambda rejects the function.',
  fix: 'Give the ARN of a standard SQS queue or a standard SNS topic.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
      fact: 'The dead-letter queue of a function is a standard SQS queue or a standard SNS topic.',
    },
  ],
  notes: ['001:750', '002:223', '002:1577'],
  messages: {
    queue: 'TargetArn gets no ARN from {id}; use Fn::GetAtt with its Arn.',
    service: '{target} is neither an SQS queue nor an SNS topic; give the ARN of one.',
    fifo: '{target} is FIFO; the dead letters of a function go to a standard queue or topic.',
    type: 'Type is {type}, but TargetArn is of {service}; make them agree.',
  },
  check(fn, { report }) {
    for (const target of targetsAt(fn, pathFor(fn, 'deadLetterTarget'))) {
      const { service, lead } = target
      if (lead?.resource.type === 'AWS::SQS::Queue' && lead.attribute !== 'Arn') report(target, 'queue', { id: lead.resource.id })
      else if (service && service !== 'sqs' && service !== 'sns') report(target, 'service', { target: lead?.resource.id ?? service })
      else {
        for (const when of fifoCases(target))
          report({ node: target.node, when }, 'fifo', { target: lead?.resource.id ?? writtenOf(target.text) })
      }
      if (fn.type === 'AWS::Lambda::Function') continue
      for (const type of fn.under(target.when).known('DeadLetterQueue.Type', string)) {
        if ((service === 'sqs' || service === 'sns') && type.value.toLowerCase() !== service)
          report(type, 'type', { type: type.value, service: service.toUpperCase() })
      }
    }
  },
})
