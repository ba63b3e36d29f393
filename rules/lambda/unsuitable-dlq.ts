import { arnsAt, both, canHold, defineRule, string } from '#rule'
import { pathFor } from './_function.ts'

export default defineRule({
  id: 'lambda/unsuitable-dlq',
  title: 'Dead letters of a function go to a queue or topic',
  severity: 'error',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'Lambda rejects the function.',
  fix: 'Give the ARN of a standard SQS queue or a standard SNS topic.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
      fact: 'The dead-letter queue of a function is a standard SQS queue or a standard SNS topic.',
    },
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-deadletterqueue.html',
      fact: 'SAM adds to the role that it makes the permission for the Type, which a target of the other service does not have.',
    },
  ],
  notes: ['001:750', '002:223', '002:1577'],
  messages: {
    queue: 'TargetArn gets no ARN from {id}; use Fn::GetAtt with its Arn.',
    service: '{target} is neither an SQS queue nor an SNS topic; give the ARN of one.',
    type: 'Type is {type}, but TargetArn is of {service}; make them agree.',
  },
  check(fn, { report }) {
    for (const target of arnsAt(fn.template, fn, pathFor(fn, 'deadLetterTarget'))) {
      const { service, resource, attribute, place } = target
      if (resource?.type === 'AWS::SQS::Queue' && attribute !== 'Arn') report(place, 'queue', { id: resource.id })
      else if (service && service !== 'sqs' && service !== 'sns') report(place, 'service', { target: resource?.id ?? service })
      if (fn.type === 'AWS::Lambda::Function' || (service !== 'sqs' && service !== 'sns')) continue
      for (const type of fn.under(target.when).known('DeadLetterQueue.Type', string)) {
        if (type.value.toLowerCase() === service) continue
        // A role of one's own gets no permission by the type.
        for (const made of fn.under(type.when).absent('Role')) {
          const when = both(type.when, made.when)
          if (canHold(when)) report({ node: type.node, when }, 'type', { type: type.value, service: service.toUpperCase() })
        }
      }
    }
  },
})
