import { defineRule, number } from '#rule'
import { isForDeadLetters, isPolled } from './_queues.ts'

export default defineRule({
  id: 'sqs/short-polling',
  title: 'Long polling saves empty receives',
  severity: 'info',
  on: ['AWS::SQS::Queue'],
  why: 'Short polling asks only some of the servers of a queue, answers at once and costs a request each time.',
  fix: 'Set ReceiveMessageWaitTimeSeconds to 20.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-short-and-long-polling.html',
      fact: 'Long polling waits for messages and asks all servers; it saves empty answers and requests.',
    },
  ],
  notes: ['001:181', '001:182', '002:989', '002:1011', '002:2255', '003:294', '003:295'],
  messages: {
    zero: 'ReceiveMessageWaitTimeSeconds is 0, so receivers poll without waiting; set 20.',
    absent: 'Queue "{id}" does not set ReceiveMessageWaitTimeSeconds, so receivers poll without waiting; set 20.',
  },
  check(queue, { report }) {
    if (isForDeadLetters(queue) || isPolled(queue)) return
    for (const fact of queue.known('ReceiveMessageWaitTimeSeconds', number)) if (fact.value === 0) report(fact, 'zero')
    for (const fact of queue.absent('ReceiveMessageWaitTimeSeconds'))
      report({ node: queue.key, when: fact.when }, 'absent', { id: queue.id })
  },
})
