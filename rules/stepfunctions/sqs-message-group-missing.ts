import { defineRule, fifoOf, leadsAt, string, workOf } from '#rule'

export default defineRule({
  id: 'stepfunctions/sqs-message-group-missing',
  title: 'A message to a FIFO queue needs a message group',
  severity: 'warning',
  on: ['statemachine'],
  why: 'SQS refuses the message, and the task fails whenever it runs.',
  fix: 'Add MessageGroupId to what the task sends.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html',
      fact: 'MessageGroupId is required for FIFO queues.',
    },
  ],
  notes: ['001:190'],
  messages: { missing: 'This message goes to a FIFO queue without MessageGroupId, which SQS needs; add it.' },
  check(machine, { report }) {
    for (const state of machine.states) {
      if (state.type !== 'Task' || !workOf(state).some(({ service, action }) => service === 'sqs' && action === 'sendMessage')) continue
      for (const field of ['Parameters', 'Arguments']) {
        for (const request of state.items(field)) {
          if (request.isOpen || request.entries.some(({ key }) => /^MessageGroupId(\.\$)?$/.test(key.text))) continue
          for (const url of request.known('QueueUrl', string)) if (url.value.endsWith('.fifo')) report(url, 'missing')
          for (const { resource, node, when } of leadsAt(machine.resource.template, request, 'QueueUrl'))
            for (const one of fifoOf(resource, when)) if (one.isFifo) report({ node, when: one.when }, 'missing')
        }
      }
    }
  },
})
